package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.FrameTimes;

/**
 * The table Frame (FRME): five times, pixel format, size, position, pixels; two later fields, exposure and source, are not read.
 * The pixel format has the numbers of OpenCV: the lower 3 bits are the depth, 0 for 8 bits and 2 for 16 bits without sign, the
 * bits above the number of channels less one; so 0 is grey, 16 blue, green and red, 24 the same with alpha. Source: frame.fbs of
 * dv-processing.
 */
final class FrameTable {
    private static final int MIDDLE = 0;
    private static final int START_OF_FRAME = 1;
    private static final int END_OF_FRAME = 2;
    private static final int START_OF_EXPOSURE = 3;
    private static final int END_OF_EXPOSURE = 4;
    private static final int FORMAT = 5;
    private static final int WIDTH = 6;
    private static final int HEIGHT = 7;
    private static final int LEFT = 8;
    private static final int TOP = 9;
    private static final int PIXELS = 10;

    private static final int DEPTH_BITS = 3;
    private static final int DEPTH_16 = 2;
    private static final int BGR = 3;

    private FrameTable() {}

    static CameraFrame read(ByteBuffer flatBuffer, int stream) throws ContentException {
        FlatTable table = FlatTable.root(flatBuffer, StreamInfo.FRAMES);
        int format = table.byteAt(FORMAT);
        int depth = format & (1 << DEPTH_BITS) - 1;
        int channels = (format >> DEPTH_BITS) + 1;
        if (depth != 0 && depth != DEPTH_16 || channels != 1 && channels != BGR && channels != BGR + 1) {
            throw new ContentException(
                    "a frame of 1, 3 or 4 channels of 8 or 16 bits without sign", "pixel format " + format);
        }
        int width = table.shortAt(WIDTH);
        int height = table.shortAt(HEIGHT);
        int valueBytes = depth == 0 ? 1 : Short.BYTES;
        FlatTable.Structs pixels = table.structsAt(PIXELS, 1);
        if (width < 1 || height < 1 || pixels.count() != (long) width * height * channels * valueBytes) {
            throw new ContentException(
                    "a frame of 1x1 pixels or more with " + channels * valueBytes + " bytes each",
                    width + "x" + height + " pixels in " + pixels.count() + " bytes");
        }
        ByteBuffer bytes = flatBuffer.slice(pixels.start(), pixels.count()).order(ByteOrder.LITTLE_ENDIAN);
        short[] values = new short[pixels.count() / valueBytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = valueBytes == 1 ? (short) (bytes.get(i) & 0xff) : bytes.getShort(Short.BYTES * i);
        }
        if (channels >= BGR) {
            swapBlueAndRed(values, channels);
        }
        return new CameraFrame(
                stream,
                times(table),
                table.shortAt(LEFT),
                table.shortAt(TOP),
                width,
                height,
                channels,
                Byte.SIZE * valueBytes,
                values);
    }

    private static FrameTimes times(FlatTable table) throws ContentException {
        FrameTimes times = new FrameTimes(
                table.longAt(MIDDLE, 0),
                table.longAt(START_OF_FRAME, 0),
                table.longAt(END_OF_FRAME, 0),
                table.longAt(START_OF_EXPOSURE, 0),
                table.longAt(END_OF_EXPOSURE, 0));
        if (times.middle() < 0) {
            throw new ContentException("a frame with time >= 0", "time " + times.middle());
        }
        return times;
    }

    private static void swapBlueAndRed(short[] values, int channels) {
        for (int i = 0; i < values.length; i += channels) {
            short blue = values[i];
            values[i] = values[i + 2];
            values[i + 2] = blue;
        }
    }
}
