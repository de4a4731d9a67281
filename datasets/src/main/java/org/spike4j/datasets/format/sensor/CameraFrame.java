package org.spike4j.datasets.format.sensor;

/**
 * A picture of a camera. Row 0 is the upper one, column 0 the left one. Channels come red, green, blue, alpha, whatever the order
 * of the file. A picture behind a colour filter that nobody interpolated yet has one channel.
 *
 * @param stream number of the stream
 * @param times when it was taken
 * @param left column of the sensor at which the picture starts
 * @param top row of the sensor at which the picture starts
 * @param width columns of the picture
 * @param height rows of the picture
 * @param channels 1 for grey, 3 for red, green and blue, 4 with alpha
 * @param bits of a value, 8 or 16
 * @param pixels values without sign, 0 to 2^bits - 1, [height, width, channels], row by row from the top; not copied
 */
public record CameraFrame(
        int stream,
        FrameTimes times,
        int left,
        int top,
        int width,
        int height,
        int channels,
        int bits,
        @SuppressWarnings("ArrayRecordComponent") short[] pixels)
        implements SensorRecord {
    private static final int BYTE_BITS = 8;
    private static final int RGB = 3;

    /** Checks the sizes. */
    public CameraFrame {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a frame must have 1x1 pixels or more, had " + width + "x" + height);
        }
        if (channels != 1 && channels != RGB && channels != RGB + 1) {
            throw new IllegalArgumentException("a frame must have 1, 3 or 4 channels, had " + channels);
        }
        if (bits != BYTE_BITS && bits != 2 * BYTE_BITS) {
            throw new IllegalArgumentException("the values of a frame must have 8 or 16 bits, had " + bits);
        }
        if (pixels.length != (long) width * height * channels) {
            throw new IllegalArgumentException("a frame of " + width + "x" + height + " pixels and " + channels
                    + " channels must have " + (long) width * height * channels + " values, had " + pixels.length);
        }
    }

    /** The middle of the exposure. */
    @Override
    public long t() {
        return times.middle();
    }

    /**
     * One value.
     *
     * @param row of the picture
     * @param column of the picture
     * @param channel 0 for grey or red
     * @return 0 to 2^bits - 1
     */
    public int value(int row, int column, int channel) {
        return pixels[(row * width + column) * channels + channel] & 0xffff;
    }

    /**
     * The picture in colours, with the upper 8 bits of each value and without alpha.
     *
     * @return red, green and blue from 0 to 255 of each pixel, [height, width, 3]
     */
    public byte[] rgb() {
        byte[] rgb = new byte[RGB * width * height];
        for (int pixel = 0; pixel < width * height; pixel++) {
            for (int colour = 0; colour < RGB; colour++) {
                int value = pixels[pixel * channels + (channels == 1 ? 0 : colour)] & 0xffff;
                rgb[RGB * pixel + colour] = (byte) (value >> bits - BYTE_BITS);
            }
        }
        return rgb;
    }
}
