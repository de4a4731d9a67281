package org.spike4j.datasets.video.clip;

/**
 * Brings a row of pixels to another length. With s = length / target, target pixel i is the mean of the source over the
 * interval of length max(s, 1) around start + (i + 1/2) s, in which each source pixel counts by the part of it that is
 * covered. So smaller pictures are means of areas, and larger ones are interpolated linearly. The interval is moved into
 * the part that is taken, if it fits; source pixels that are not there are 0.
 */
final class Axis {
    private final int[] first;
    private final float[][] weights;

    private Axis(int[] first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /**
     * Weights for a part of a row.
     *
     * @param start first pixel of the part, may be negative
     * @param length pixels of the part
     * @param target pixels that it becomes
     * @param size pixels of the row
     */
    static Axis of(int start, int length, int target, int size) {
        int[] first = new int[target];
        float[][] weights = new float[target][];
        double scale = (double) length / target;
        double covered = Math.max(scale, 1);
        for (int i = 0; i < target; i++) {
            double middle = Math.max(covered / 2, Math.min(length - covered / 2, (i + 0.5) * scale));
            double from = start + middle - covered / 2;
            double to = from + covered;
            int begin = Math.max(0, (int) Math.floor(from));
            int end = Math.min(size, (int) Math.ceil(to));
            first[i] = begin;
            weights[i] = new float[Math.max(0, end - begin)];
            for (int k = 0; k < weights[i].length; k++) {
                double share = Math.min(to, begin + k + 1.0) - Math.max(from, begin + k);
                weights[i][k] = (float) (Math.max(0, share) / covered);
            }
        }
        return new Axis(first, weights);
    }

    /** Value of a target pixel of a row that starts at offset, with its pixels a stride apart. */
    float value(float[] values, int offset, int stride, int target) {
        float sum = 0;
        float[] weight = weights[target];
        int at = offset + first[target] * stride;
        for (int k = 0; k < weight.length; k++) {
            sum += weight[k] * values[at + k * stride];
        }
        return sum;
    }
}
