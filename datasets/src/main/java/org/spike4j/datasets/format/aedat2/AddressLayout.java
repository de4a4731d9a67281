package org.spike4j.datasets.format.aedat2;

/**
 * Where an address holds column, row and polarity. Columns and rows are those of the file; jAER draws them with the
 * origin in the lower corner.
 *
 * <p>DVS128: bit 0 polarity (0 = brighter), bits 1 to 7 x, bits 8 to 14 y, bit 15 an external event. DAVIS: bit 10 an
 * external event, bit 11 polarity (1 = brighter), bits 12 to 21 x, bits 22 to 30 y, bit 31 a sample of a frame or of the
 * inertial sensor.
 */
enum AddressLayout {
    DVS128(1, 0x7f, 8, 0x7f, 0, 1, 1 << 15, new int[][] {{128, 128}}),
    DAVIS(12, 0x3ff, 22, 0x1ff, 11, 0, 1 << 31 | 1 << 10, new int[][] {{240, 180}, {346, 260}, {640, 480}});

    final int xShift;
    final int xMask;
    final int yShift;
    final int yMask;
    final int polarityShift;

    /** 1 where the file counts darker as 1. */
    final int polarityFlip;

    /** Bits of which one is set if the word is no event of a pixel. */
    final int otherMask;

    private final int[][] sensors;

    AddressLayout(
            int xShift,
            int xMask,
            int yShift,
            int yMask,
            int polarityShift,
            int polarityFlip,
            int otherMask,
            int[][] sensors) {
        this.xShift = xShift;
        this.xMask = xMask;
        this.yShift = yShift;
        this.yMask = yMask;
        this.polarityShift = polarityShift;
        this.polarityFlip = polarityFlip;
        this.otherMask = otherMask;
        this.sensors = sensors;
    }

    int x(int address) {
        return address >>> xShift & xMask;
    }

    int y(int address) {
        return address >>> yShift & yMask;
    }

    boolean isPixel(int address) {
        return (address & otherMask) == 0;
    }

    /** The smallest camera of this layout that has pixel (x, y); a sensor that reaches as far as addresses do if none. */
    Camera around(int x, int y) {
        for (int[] sensor : sensors) {
            if (x < sensor[0] && y < sensor[1]) {
                return new Camera(this, sensor[0], sensor[1]);
            }
        }
        return new Camera(this, xMask + 1, yMask + 1);
    }
}
