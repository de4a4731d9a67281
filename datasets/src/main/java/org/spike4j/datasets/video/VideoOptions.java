package org.spike4j.datasets.video;

/**
 * How a video is read.
 *
 * @param width columns of the pictures; 0 = as they are in the file
 * @param height rows of the pictures; 0 = as they are in the file
 * @param stream number of the stream in the file, from 0; -1 = the best picture stream
 * @param folderRate pictures per second of a folder of pictures, which does not say it itself
 */
public record VideoOptions(int width, int height, int stream, double folderRate) {
    private static final int LONGEST_SIDE = 16_384;

    /** Checks the values. */
    public VideoOptions {
        if (width < 0 || height < 0 || width > LONGEST_SIDE || height > LONGEST_SIDE || (width == 0) != (height == 0)) {
            throw new IllegalArgumentException("width and height must both be 1 to " + LONGEST_SIDE
                    + ", or both 0 for the size of the file, were " + width + " and " + height);
        }
        if (stream < -1) {
            throw new IllegalArgumentException("stream must be >= 0, or -1 for the best, was " + stream);
        }
        if (!(folderRate > 0 && folderRate <= 1e6)) {
            throw new IllegalArgumentException(
                    "folderRate must be > 0 and at most 1000000 pictures per second, was " + folderRate);
        }
    }

    /**
     * Pictures of the size of the file, of the best stream; a folder is shown with 25 pictures per second.
     *
     * @return the options
     */
    public static VideoOptions defaults() {
        return new VideoOptions(0, 0, -1, 25);
    }

    /**
     * With pictures brought to one size while they are decoded, which costs least memory.
     *
     * @param columns width, at least 1
     * @param rows height, at least 1
     * @return changed options
     */
    public VideoOptions withSize(int columns, int rows) {
        return new VideoOptions(columns, rows, stream, folderRate);
    }

    /**
     * With one stream of a file that has several.
     *
     * @param number of the stream, from 0; sound counts too
     * @return changed options
     */
    public VideoOptions withStream(int number) {
        return new VideoOptions(width, height, number, folderRate);
    }

    /**
     * With another speed of folders of pictures.
     *
     * @param picturesPerSecond rate, above 0
     * @return changed options
     */
    public VideoOptions withFolderRate(double picturesPerSecond) {
        return new VideoOptions(width, height, stream, picturesPerSecond);
    }
}
