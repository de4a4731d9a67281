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
        scratch.reserveList(shape.patch());
        int width = weights.width(block);
        int start = weights.start(block);
        Arrays.fill(current, at, at + span.outputs() * width, 0);
        if (events.areOnes()) {
            scratch.events.read(events, shape, span, scratch);
            for (int p = 0; p < span.outputs(); p++) {
                addOnes(current, at + p * width, width, weights.values, start, scratch.events, p);
            }
            return;
        }
        for (int p = 0; p < span.outputs(); p++) {
            int count = list(span, p, scratch);
            for (int k = 0; k < count; k++) {
                int row = start + scratch.index[k] * width;
                VectorRows.addScaled(current, at + p * width, width, weights.values, row, scratch.value[k]);
            }
        }
    }

    private static void addOnes(
            float[] current, int to, int width, float[] rows, int start, EventLists events, int output) {
        int[] index = events.index;
        for (int k = events.starts[output]; k < events.starts[output + 1]; k += 4) {
            VectorRows.add4(
                    current,
                    to,
                    width,
                    rows,
                    start + index[k] * width,
                    start + index[k + 1] * width,
                    start + index[k + 2] * width,
                    start + index[k + 3] * width);
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
        scratch.reserveList(shape.patch());
        int width = sums.width(block);
        int start = sums.start(block);
        if (events.areOnes()) {
            scratch.events.read(events, shape, span, scratch);
            for (int p = 0; p < span.outputs(); p++) {
                addToOnes(sums.values, start, width, scratch.events, p, gradient, at + p * width);
            }
            return;
        }
        for (int p = 0; p < span.outputs(); p++) {
            int count = list(span, p, scratch);
            for (int k = 0; k < count; k++) {
                int to = start + scratch.index[k] * width;
                VectorRows.addScaled(sums.values, to, width, gradient, at + p * width, scratch.value[k]);
            }
        }
    }

    private static void addToOnes(
            float[] sums, int start, int width, EventLists events, int output, float[] gradient, int from) {
        int[] index = events.index;
        for (int k = events.starts[output]; k < events.starts[output + 1]; k += 4) {
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
}
