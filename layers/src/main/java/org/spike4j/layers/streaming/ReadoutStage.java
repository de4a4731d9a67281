package org.spike4j.layers.streaming;

import java.util.Arrays;
import java.util.function.Consumer;
import org.spike4j.layers.Reduction;

/**
 * The reduction over all steps since the start, and the activation behind it. Sums are kept in double; the state holds each
 * double as three floats that add up to it exactly: 53 bits in parts of 24.
 */
final class ReadoutStage implements Stage {
    private static final int PARTS = 3;

    private final Reduction reduction;
    private final Consumer<double[]> activation;
    private final FrameShape shape;
    private final int neurons;
    private final double[] total;
    private final double[] now;
    private double steps;

    /** A readout by an activation in place, of some neighbouring neurons a class, whose outputs are added up. */
    ReadoutStage(Reduction reduction, Consumer<double[]> activation, FrameShape shape, int neurons) {
        this.reduction = reduction;
        this.activation = activation;
        this.shape = shape;
        this.neurons = neurons;
        total = new double[shape.length() / neurons];
        now = new double[total.length];
        reset();
    }

    @Override
    public int outputs() {
        return total.length;
    }

    @Override
    public void step(float[] input, float[] output) {
        Arrays.fill(now, 0);
        for (int k = 0; k < shape.length(); k++) {
            now[shape.channelsFirst(k) / neurons] += input[k];
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
                case FIRST_SPIKE, INVERSE_FIRST_SPIKE -> now[k] == 0 ? total[k] : Math.min(total[k], steps - 1);
            };
            now[k] = reduced(total[k]);
        }
        activation.accept(now);
        for (int k = 0; k < now.length; k++) {
            output[k] = (float) now[k];
        }
    }

    private double reduced(double value) {
        return switch (reduction) {
            case MEAN, EVERY_STEP -> value / steps;
            case SUM, SUM_OF_SOFTMAX, MAX, LAST -> value;
            case FIRST_SPIKE -> -Math.min(value, steps - 1);
            case INVERSE_FIRST_SPIKE -> 1 / (Math.min(value, steps - 1) + 1);
        };
    }

    @Override
    public void reset() {
        Arrays.fill(
                total,
                switch (reduction) {
                    case MAX -> Double.NEGATIVE_INFINITY;
                    case FIRST_SPIKE, INVERSE_FIRST_SPIKE -> Double.POSITIVE_INFINITY; // no spike yet
                    default -> 0;
                });
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
