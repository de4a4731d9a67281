package org.spike4j.neuron.kernel;

import java.util.EnumSet;
import java.util.Set;

/** Gradients with respect to the coefficients, summed over time and over the neurons of each channel. */
public final class CoefficientGradients {
    private final Set<Coefficient> wanted;
    private final double[][] sums = new double[Coefficient.COUNT][];

    CoefficientGradients(Set<Coefficient> wanted, int channels) {
        this.wanted = wanted.isEmpty() ? EnumSet.noneOf(Coefficient.class) : EnumSet.copyOf(wanted);
        for (Coefficient coefficient : wanted) {
            sums[coefficient.ordinal()] = new double[channels];
        }
    }

    /**
     * Gradient of a coefficient in a channel.
     *
     * @param coefficient which; one of those that were asked for
     * @param channel 0 to channels - 1
     * @return dL / d coefficient
     */
    public double get(Coefficient coefficient, int channel) {
        if (!wanted.contains(coefficient)) {
            throw new IllegalArgumentException(coefficient + " was not among the wanted gradients " + wanted);
        }
        return sums[coefficient.ordinal()][channel];
    }

    boolean has(Coefficient coefficient) {
        return wanted.contains(coefficient);
    }

    /**
     * Adds the gradients of another part of the same neurons' work.
     *
     * @param part gradients of the same coefficients and channels; not modified
     */
    public void add(CoefficientGradients part) {
        for (Coefficient coefficient : wanted) {
            double[] sum = sums[coefficient.ordinal()];
            for (int channel = 0; channel < sum.length; channel++) {
                sum[channel] += part.get(coefficient, channel);
            }
        }
    }

    void add(int coefficient, int channel, double gradient) {
        sums[coefficient][channel] += gradient;
    }

    void set(Coefficient coefficient, int channel, double gradient) {
        sums[coefficient.ordinal()][channel] = gradient;
    }
}
