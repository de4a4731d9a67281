package org.spike4j.neuron.patch;

import java.util.Arrays;

/**
 * Products with sparse images, event by event: every input of a patch that is not 0 adds its weight row, times its value, to
 * the current, and takes the gradient of the current for its weights. The cost is proportional to the number of events.
 */
final class SparsePatches implements PatchProduct {
    private final PatchShape shape;
    private final PatchEvents events;
    private PatchWeights weights;

    SparsePatches(PatchShape shape, PatchEvents events) {
        this.shape = shape;
        this.events = events;
    }

    @Override
    public void prepare(PatchWeights given) {
        weights = given;
    }

    @Override
    public void currents(PatchSpan span, int block, float[] current, int at, PatchScratch scratch) {
        scratch.reserveList(shape.patch() + 3);
        int width = weights.width(block);
        int start = weights.start(block);
        Arrays.fill(current, at, at + span.outputs() * width, 0);
        for (int p = 0; p < span.outputs(); p++) {
            int to = at + p * width;
            int count = list(span, p, scratch);
            if (!events.areOnes()) {
                for (int k = 0; k < count; k++) {
                    int row = start + scratch.index[k] * width;
                    VectorRows.addScaled(current, to, width, weights.values, row, scratch.value[k]);
                }
                continue;
            }
            int[] index = padded(scratch.index, count, weights.rows);
            for (int k = 0; k < count; k += 4) {
                VectorRows.add4(
                        current,
                        to,
                        width,
                        weights.values,
                        start + index[k] * width,
                        start + index[k + 1] * width,
                        start + index[k + 2] * width,
                        start + index[k + 3] * width);
            }
        }
    }

    @Override
    public int sumRows() {
        return shape.patch();
    }

    @Override
    public PatchWeights gradient(PatchWeights sums) {
        return sums;
    }

    @Override
    public void addGradient(
            PatchSpan span, int block, float[] gradient, int at, PatchWeights sums, PatchScratch scratch) {
        scratch.reserveList(shape.patch() + 3);
        int width = sums.width(block);
        int start = sums.start(block);
        for (int p = 0; p < span.outputs(); p++) {
            int count = list(span, p, scratch);
            if (events.areOnes()) {
                int[] index = padded(scratch.index, count, sums.rows);
                addOnes(sums.values, start, width, index, count, gradient, at + p * width);
            } else {
                for (int k = 0; k < count; k++) {
                    int to = start + scratch.index[k] * width;
                    VectorRows.addScaled(sums.values, to, width, gradient, at + p * width, scratch.value[k]);
                }
            }
        }
    }

    private static void addOnes(
            float[] sums, int start, int width, int[] index, int count, float[] gradient, int from) {
        for (int k = 0; k < count; k += 4) {
            VectorRows.addToFour(
                    sums,
                    start + index[k] * width,
                    start + index[k + 1] * width,
                    start + index[k + 2] * width,
                    start + index[k + 3] * width,
                    width,
                    gradient,
                    from);
        }
    }

    private int list(PatchSpan span, int output, PatchScratch scratch) {
        int y = span.y() + output / span.columns();
        int x = span.x() + output % span.columns();
        return events.list(span.image(), y, x, scratch.index, scratch.value);
    }

    /** Fills a list up to a multiple of four with the row of zeros. */
    private static int[] padded(int[] index, int count, int zeros) {
        for (int k = count; k % 4 != 0; k++) {
            index[k] = zeros;
        }
        return index;
    }
}
