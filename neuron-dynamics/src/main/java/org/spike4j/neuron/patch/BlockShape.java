package org.spike4j.neuron.patch;

/**
 * Geometry of a spiking convolution with pooling over sequences.
 *
 * @param patches geometry of the convolution
 * @param steps T
 * @param samples N; image t * N + n is that of sample n at step t
 * @param pool side of the pooling window, 1 for none
 * @param maximum whether the maximum is pooled; else the mean
 */
public record BlockShape(PatchShape patches, int steps, int samples, int pool, boolean maximum) {

    /** Checks that the numbers are positive. */
    public BlockShape {
        if (steps < 1 || samples < 1 || pool < 1) {
            throw new IllegalArgumentException(
                    "steps, samples and pool must be >= 1, were " + steps + ", " + samples + ", " + pool);
        }
    }

    int images() {
        return steps * samples;
    }

    /** [T * N, out, height, width] of the currents. */
    long[] imageShape() {
        return new long[] {images(), patches.outputs(), patches.outHeight(), patches.outWidth()};
    }

    /** [T * N, out, pooledHeight, pooledWidth] of the output. */
    long[] pooledShape() {
        return new long[] {images(), patches.outputs(), pooledHeight(), pooledWidth()};
    }

    /**
     * Rows of the pooled output.
     *
     * @return pixels
     */
    public int pooledHeight() {
        return patches.outHeight() / pool;
    }

    /**
     * Columns of the pooled output.
     *
     * @return pixels
     */
    public int pooledWidth() {
        return patches.outWidth() / pool;
    }
}
