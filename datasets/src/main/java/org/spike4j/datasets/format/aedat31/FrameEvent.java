package org.spike4j.datasets.format.aedat31;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.FrameTimes;

/**
 * The 36 bytes before the pixels of a frame: info, start and end of the frame, start and end of the exposure, columns, rows,
 * column and row of the place on the sensor. Info: bit 0 valid, bits 1 to 3 number of channels (1 grey, 3 red, green and blue, 4
 * with alpha), then colour filter and number of the region, which are not kept. Pixels follow row by row from the top, all
 * channels of one after the other, 16 bits each without sign, whatever the depth of the camera. An element has room for the
 * largest frame of its packet; what a smaller one leaves is not used.
 *
 * @param info mark, channels and more
 * @param times microseconds since the overflow of the packet
 * @param width columns
 * @param height rows
 * @param left column of the sensor
 * @param top row of the sensor
 */
record FrameEvent(int info, FrameTimes times, int width, int height, int left, int top) {
    private static final int MAX_PIXEL_BYTES = 1 << 26;
    private static final int BITS = 16;

    /** Reads what is before the pixels. */
    static FrameEvent read(FileCursor file) throws IOException {
        ByteBuffer bytes = file.take(PacketType.FRAME.bytes(), "a frame");
        int startOfExposure = bytes.getInt(12);
        int endOfExposure = bytes.getInt(16);
        long middle = startOfExposure + ((long) endOfExposure - startOfExposure) / 2;
        FrameTimes times = new FrameTimes(middle, bytes.getInt(4), bytes.getInt(8), startOfExposure, endOfExposure);
        return new FrameEvent(
                bytes.getInt(0), times, bytes.getInt(20), bytes.getInt(24), bytes.getInt(28), bytes.getInt(32));
    }

    boolean isValid() {
        return PacketType.isValid(info);
    }

    /** Whether there is no picture, as in an element that was never filled. */
    boolean isEmpty() {
        return width == 0 && height == 0;
    }

    private int channels() {
        return info >> 1 & 7;
    }

    /**
     * Reads the pixels.
     *
     * @param file at the first pixel; left at the end of the element
     * @param start byte of the file at which the element starts
     * @param source number of the source
     * @param timeBase microseconds to add to the times
     * @param room bytes of the element after those that were read
     */
    CameraFrame pixels(FileCursor file, long start, int source, long timeBase, int room) throws IOException {
        int channels = channels();
        boolean sized = width > 0 && width <= Short.MAX_VALUE && height > 0 && height <= Short.MAX_VALUE;
        if (!sized || channels != 1 && channels != 3 && channels != 4) {
            throw file.damaged(
                    start,
                    "a frame of 1x1 to 32767x32767 pixels and 1, 3 or 4 channels",
                    width + "x" + height + " pixels and " + channels + " channels");
        }
        long pixelBytes = (long) width * height * channels * Short.BYTES;
        if (pixelBytes > Math.min(room, MAX_PIXEL_BYTES)) {
            throw file.damaged(
                    start, "a frame of at most " + Math.min(room, MAX_PIXEL_BYTES) + " bytes", pixelBytes + " bytes");
        }
        if (Math.min(times.startOfFrame(), times.startOfExposure()) < 0
                || Math.min(times.endOfFrame(), times.endOfExposure()) < 0) {
            throw file.damaged(start, "a frame with times >= 0", times.toString());
        }
        short[] pixels = new short[(int) pixelBytes / Short.BYTES];
        file.take((int) pixelBytes, "the pixels of a frame").asShortBuffer().get(pixels);
        file.skip(room - pixelBytes, "the rest of a frame");
        FrameTimes absolute = new FrameTimes(
                timeBase + times.middle(),
                timeBase + times.startOfFrame(),
                timeBase + times.endOfFrame(),
                timeBase + times.startOfExposure(),
                timeBase + times.endOfExposure());
        return new CameraFrame(source, absolute, left, top, width, height, channels, BITS, pixels);
    }
}
