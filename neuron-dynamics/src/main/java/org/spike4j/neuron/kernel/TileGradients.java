package org.spike4j.neuron.kernel;

import java.util.function.IntToDoubleFunction;

/**
 * Coefficient gradients of one tile, summed over time and over the elements of each run of equal channel; and over the runs
 * of each channel where there are fewer channels than runs. Kept by tile and added in tile order, so that sums do not depend
 * on the threads.
 */
final class TileGradients {
    private final SequenceShape shape;
    private final long start;
    private final int count;
    private final int first;
    private final int slots;
    private final double[][] sums;

    TileGradients(KernelPlan plan, long start, int count) {
        this(plan.shape, Coefficient.COUNT, start, count);
    }

    TileGradients(SequenceShape shape, int coefficients, long start, int count) {
        sums = new double[coefficients][];
        this.shape = shape;
        this.start = start;
        this.count = count;
        long inner = shape.inner();
        int runs = (int) ((start + count - 1) / inner - start / inner) + 1;
        boolean byChannel = shape.channels() < runs;
        first = byChannel ? 0 : shape.channelOf(start);
        slots = byChannel ? shape.channels() : runs;
    }

    /** Takes the sums over time of each element of the tile, and adds up the elements of each run. */
    void put(StepCoefficient coefficient, IntToDoubleFunction elements) {
        put(coefficient.index(), elements);
    }

    /** The same for a coefficient of this index. */
    void put(int coefficient, IntToDoubleFunction elements) {
        long inner = shape.inner();
        double[] sum = new double[slots];
        int slot = shape.channelOf(start) - first;
        int next = (int) Math.min(count, inner - start % inner);
        for (int k = 0; k < count; next = (int) Math.min(count, next + inner)) {
            for (; k < next; k++) {
                sum[slot] += elements.applyAsDouble(k);
            }
            slot = slot + 1 == slots ? 0 : slot + 1;
        }
        sums[coefficient] = sum;
    }

    /** The same for floats. */
    void put(StepCoefficient coefficient, float[] elements) {
        if (shape.inner() > 1 || first > 0 || shape.channelOf(start) > 0) {
            put(coefficient, k -> elements[k]);
            return;
        }
        double[] sum = new double[slots];
        for (int k = 0; k < count; k += slots) {
            addRow(elements, k, Math.min(slots, count - k), sum);
        }
        sums[coefficient.index()] = sum;
    }

    /** Channels-last rows are short and many, so their loop does without branches. */
    private static void addRow(float[] elements, int at, int length, double[] sum) {
        for (int c = 0; c < length; c++) {
            sum[c] += elements[at + c];
        }
    }

    void addTo(CoefficientGradients gradients) {
        for (int c = 0; c < sums.length; c++) {
            int channel = first;
            for (int k = 0; sums[c] != null && k < slots; k++) {
                gradients.add(c, channel, sums[c][k]);
                channel = channel + 1 == shape.channels() ? 0 : channel + 1;
            }
        }
    }
}
