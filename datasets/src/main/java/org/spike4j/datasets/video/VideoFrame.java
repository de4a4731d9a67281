package org.spike4j.datasets.video;

/**
 * One picture of a video.
 *
 * @param width columns
 * @param height rows
 * @param rgb red, green and blue from 0 to 255 of each pixel, [height, width, 3], row by row from the top; not copied
 * @param micros when it is shown, microseconds after the first picture
 */
public record VideoFrame(int width, int height, byte[] rgb, long micros) {
    /** Checks the sizes. */
    public VideoFrame {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture must have 1x1 pixels or more, had " + width + "x" + height);
        }
        if (rgb.length != 3L * width * height) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " pixels must have "
                    + 3L * width * height + " bytes, had " + rgb.length);
        }
    }
}
