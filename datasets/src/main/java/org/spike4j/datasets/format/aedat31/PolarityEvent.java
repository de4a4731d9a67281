package org.spike4j.datasets.format.aedat31;

/**
 * The data word of a polarity event: bit 0 valid, bit 1 polarity (1 = brighter), bits 2 to 16 y, bits 17 to 31 x, with
 * (0, 0) in the upper left corner.
 */
final class PolarityEvent {
    private PolarityEvent() {}

    static int word(int x, int y, int polarity) {
        return x << 17 | y << 2 | polarity << 1 | 1;
    }

    static int polarity(int word) {
        return word >>> 1 & 1;
    }

    static int y(int word) {
        return word >>> 2 & 0x7fff;
    }

    static int x(int word) {
        return word >>> 17;
    }
}
