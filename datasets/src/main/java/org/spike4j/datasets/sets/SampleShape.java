package org.spike4j.datasets.sets;

/**
 * Shape of a sample that is a series of frames or of vectors. Its numbers lie in the order [T, C, H, W] or [T, F], each
 * time step in one piece.
 *
 * @param frames whether a step is a frame, [C, H, W]; else a vector, [F]
 * @param steps time steps T
 * @param channels channels C of a frame, or features F of a vector
 * @param height rows H; 1 for vectors
 * @param width columns W; 1 for vectors
 */
public record SampleShape(boolean frames, int steps, int channels, int height, int width) {

    /** Checks that every size is at least 1. */
    public SampleShape {
        if (steps < 1 || channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "sizes must be >= 1, were T=" + steps + ", C=" + channels + ", H=" + height + ", W=" + width);
        }
        if (!frames && (height != 1 || width != 1)) {
            throw new IllegalArgumentException(
                    "vectors must have height and width 1, had H=" + height + ", W=" + width);
        }
        Math.toIntExact((long) channels * height * width);
    }

    /**
     * A series of frames.
     *
     * @param steps T
     * @param channels C
     * @param height H in pixels
     * @param width W in pixels
     * @return the shape
     */
    public static SampleShape frames(int steps, int channels, int height, int width) {
        return new SampleShape(true, steps, channels, height, width);
    }

    /**
     * A series of vectors.
     *
     * @param steps T
     * @param features F
     * @return the shape
     */
    public static SampleShape vectors(int steps, int features) {
        return new SampleShape(false, steps, features, 1, 1);
    }

    /**
     * Numbers of one time step.
     *
     * @return C H W, or F
     */
    public int stepSize() {
        return channels * height * width;
    }

    /**
     * Numbers of a sample.
     *
     * @return T C H W, or T F
     */
    public long size() {
        return (long) steps * stepSize();
    }

    @Override
    public String toString() {
        return frames
                ? "[T=" + steps + ", C=" + channels + ", H=" + height + ", W=" + width + "]"
                : "[T=" + steps + ", F=" + channels + "]";
    }
}
