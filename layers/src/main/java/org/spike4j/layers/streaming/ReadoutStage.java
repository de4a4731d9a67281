package org.spike4j.layers.streaming;

import java.util.Arrays;
import org.spike4j.layers.Reduction;

/**
 * The reduction over all steps since the start, and the activation behind it. Sums are kept in double; the state holds each
 * double as two floats, high and low part, which is exact for sums of whole numbers up to 2^48.
 */
final class ReadoutStage implements Stage {
    private final Reduction reduction;
    private final OutputActivation activation;
    private final FrameShape shape;
    private final double[] total;
    private final double[] now;
    private double steps;

    ReadoutStage(Reduction reduction, OutputActivation activation, FrameShape shape) {
        this.reduction = reduction;
        this.activation = activation;
        this.shape = shape;
        total = new double[shape.length()];
        now = new double[shape.length()];
        reset();
    }

    @Override
    public int outputs() {
        return total.length;
    }

    @Override
    public void step(float[] input, float[] output) {
        for (int k = 0; k < now.length; k++) {
            now[shape.channelsFirst(k)] = input[k];
        }
        if (reduction == Reduction.SUM_OF_SOFTMAX) {
            OutputActivation.softmax(now);
        }
        steps++;
        for (int k = 0; k < now.length; k++) {
            total[k] = switch (reduction) {
                case MEAN, EVERY_STEP, SUM, SUM_OF_SOFTMAX -> total[k] + now[k];
                case MAX -> Math.max(total[k], now[k]);
                case LAST -> now[k];
            };
            now[k] = divides() ? total[k] / steps : total[k];
        }
        activation.apply(now);
        for (int k = 0; k < now.length; k++) {
            output[k] = (float) now[k];
        }
    }

    private boolean divides() {
        return reduction == Reduction.MEAN || reduction == Reduction.EVERY_STEP;
    }

    @Override
    public void reset() {
        Arrays.fill(total, reduction == Reduction.MAX ? Double.NEGATIVE_INFINITY : 0);
        steps = 0;
    }

    @Override
    public int stateLength() {
        return 2 * (total.length + 1);
    }

    @Override
    public void save(float[] target, int at) {
        put(target, at, steps);
        for (int k = 0; k < total.length; k++) {
            put(target, at + 2 * (k + 1), total[k]);
        }
    }

    @Override
    public void restore(float[] source, int at) {
        steps = (double) source[at] + source[at + 1];
        for (int k = 0; k < total.length; k++) {
            int from = at + 2 * (k + 1);
            total[k] = (double) source[from] + source[from + 1];
        }
    }

    private static void put(float[] target, int at, double value) {
        float high = (float) value;
        target[at] = high;
        target[at + 1] = Double.isInfinite(value) ? 0 : (float) (value - high);
    }
}
