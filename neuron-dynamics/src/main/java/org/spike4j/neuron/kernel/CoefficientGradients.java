package org.spike4j.neuron.kernel;

import java.util.Set;

/** Gradients with respect to the coefficients, summed over time and over the neurons of each channel. */
public final class CoefficientGradients {
    private final Set<StepCoefficient> wanted;
    private final double[][] sums;

    CoefficientGradients(Set<? extends StepCoefficient> wanted, int channels) {
        this.wanted = Set.copyOf(wanted);
        sums = new double
                [1 + wanted.stream().mapToInt(StepCoefficient::index).max().orElse(-1)][];
        for (StepCoefficient coefficient : wanted) {
            sums[coefficient.index()] = new double[channels];
        }
    }

    /**
     * Gradient of a coefficient in a channel.
     *
     * @param coefficient which; one of those that were asked for
     * @param channel 0 to channels - 1
     * @return dL / d coefficient
     */
    public double get(StepCoefficient coefficient, int channel) {
        if (!wanted.contains(coefficient)) {
            throw new IllegalArgumentException(coefficient + " was not among the wanted gradients " + wanted);
        }
        return sums[coefficient.index()][channel];
    }

    boolean has(StepCoefficient coefficient) {
        return wanted.contains(coefficient);
    }

    /**
     * Adds the gradients of another part of the same neurons' work.
     *
     * @param part gradients of the same coefficients and channels; not modified
     */
    public void add(CoefficientGradients part) {
        for (StepCoefficient coefficient : wanted) {
            double[] sum = sums[coefficient.index()];
            for (int channel = 0; channel < sum.length; channel++) {
                sum[channel] += part.get(coefficient, channel);
            }
        }
    }

    void add(int coefficient, int channel, double gradient) {
        sums[coefficient][channel] += gradient;
    }

    void set(StepCoefficient coefficient, int channel, double gradient) {
        sums[coefficient.index()][channel] = gradient;
    }
}
