package org.spike4j.neuron.surrogate;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * First terms of the Fourier series of a square wave: ds/dx = 4 / period sum over k = 1 to terms of cos((2 k - 1) 2 pi x /
 * period). It is negative at places and never fades.
 *
 * @param terms number of cosines
 * @param period of the square wave
 */
public record SquarewaveFourierSeries(
        @JsonProperty("terms") int terms,
        @JsonProperty("period") double period) implements SmoothSpike {

    /** Checks the constants. */
    public SquarewaveFourierSeries {
        requireSome(terms);
        Require.positive(period, "period");
    }

    /**
     * SpikingJelly's SquarewaveFourierSeries of n, which adds n - 1 cosines.
     *
     * @param n its constant; 2 unless given
     * @param period its T_period; 8 unless given
     * @return the surrogate
     */
    public static SquarewaveFourierSeries spikingJelly(int n, double period) {
        return new SquarewaveFourierSeries(n - 1, period);
    }

    @Override
    public double derivative(double x) {
        double phase = phase(x);
        double sum = 0;
        for (int k = 1; k <= terms; k++) {
            sum += Math.cos((2 * k - 1) * phase);
        }
        return 4 / period * sum;
    }

    @Override
    public double primitive(double x) {
        double phase = phase(x);
        double sum = 0;
        for (int k = 1; k <= terms; k++) {
            sum += Math.sin((2 * k - 1) * phase) / (2 * k - 1);
        }
        return 0.5 + 2 / Math.PI * sum;
    }

    @Override
    public Optional<String> formula() {
        return Optional.of(IntStream.rangeClosed(1, terms)
                .mapToObj(k -> "cos(" + (4 * k - 2) + " * pi * x / period)")
                .collect(Collectors.joining(" + ", "4 / period * (", ")")));
    }

    /** 2 pi x / period, less whole turns, which keeps it finite and exact. */
    private double phase(double x) {
        return 2 * Math.PI * (Math.IEEEremainder(x, period) / period);
    }

    private static void requireSome(int terms) {
        if (terms < 1) {
            throw new IllegalArgumentException("terms must be at least 1, was " + terms);
        }
    }
}
