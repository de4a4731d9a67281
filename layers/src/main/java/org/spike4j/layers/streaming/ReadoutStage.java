package org.spike4j.layers.streaming;

import java.util.Arrays;
import org.spike4j.layers.Reduction;

/**
 * The reduction over all steps since the start, and the activation behind it. Sums are kept in double; the state holds each
 * double as three floats that add up to it exactly: 53 bits in parts of 24.
 */
final class ReadoutStage implements Stage {
    private static final int PARTS = 3;

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
        return PARTS * (total.length + 1);
    }

    @Override
    public void save(float[] target, int at) {
        put(target, at, steps);
        for (int k = 0; k < total.length; k++) {
            put(target, at + PARTS * (k + 1), total[k]);
        }
    }

    @Override
    public void restore(float[] source, int at) {
        steps = get(source, at);
        for (int k = 0; k < total.length; k++) {
            total[k] = get(source, at + PARTS * (k + 1));
        }
    }

    private static void put(float[] target, int at, double value) {
        double rest = value;
        for (int part = 0; part < PARTS; part++) {
            target[at + part] = (float) rest;
            rest = Double.isInfinite(rest) ? 0 : rest - target[at + part];
        }
    }

    private static double get(float[] source, int at) {
        double value = 0;
        for (int part = PARTS - 1; part >= 0; part--) {
            value += source[at + part];
        }
        return value;
    }
}
