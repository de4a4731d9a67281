package org.spike4j.neuron.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.neuron.kernel.RandomArrays;

class GaussianDelaysTest {
    private static final double STEP = 1e-6;

    /** At raw 0 the position is half of maxDelay; heights are relative to exp(0), exp(-1/2), exp(-2) for sigma 1. */
    @Test
    void bumpsAreNormalisedGaussiansOfTheDistance() {
        double[] expanded = new GaussianDelays(4, 1).expand(new double[] {-2}, new double[1]);
        double sum = 1 + 2 * Math.exp(-0.5) + 2 * Math.exp(-2);
        double[] expected = {
            -2 * Math.exp(-2) / sum,
            -2 * Math.exp(-0.5) / sum,
            -2 / sum,
            -2 * Math.exp(-0.5) / sum,
            -2 * Math.exp(-2) / sum
        };
        assertThat(expanded).usingComparatorWithPrecision(1e-15).containsExactly(expected);
    }

    @Test
    void aNarrowBumpIsAWholeDelay() {
        double[] weights = {1, 2, 3};
        double[] raw = {-3, 0.4, 9}; // positions 0.24, 2.99, 4.9994 of 5
        double[] limit = new GaussianDelays(5, 0).expand(weights, raw);
        double[] expected = new double[18];
        expected[0] = 1;
        expected[3 * 3 + 1] = 2;
        expected[5 * 3 + 2] = 3;
        assertThat(limit).containsExactly(expected);
        assertThat(new GaussianDelays(5, 1e-3).expand(weights, raw)).containsExactly(limit);
        double[] ofRaw = {7, 7, 7};
        new GaussianDelays(5, 0).pullBack(weights, raw, new double[18], new double[3], ofRaw);
        assertThat(ofRaw).containsExactly(0, 0, 0);
    }

    /** More weights than a thread takes at once, and widths from a delay to the whole range. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 5})
    void gradientsAreFiniteDifferences(double sigma) {
        SplittableRandom random = new SplittableRandom(1);
        int count = 1300;
        GaussianDelays delays = new GaussianDelays(6, sigma);
        double[] weights = RandomArrays.normal(random, count);
        double[] raw = RandomArrays.normal(random, count);
        double[] upstream = RandomArrays.normal(random, 7 * count);
        double[] ofWeights = new double[count];
        double[] ofRaw = new double[count];
        delays.pullBack(weights, raw, upstream, ofWeights, ofRaw);
        double[] up = losses(delays, weights, moved(raw, STEP), upstream);
        double[] down = losses(delays, weights, moved(raw, -STEP), upstream);
        double[] heavier = losses(delays, moved(weights, STEP), raw, upstream);
        double[] lighter = losses(delays, moved(weights, -STEP), raw, upstream);
        for (int k = 0; k < count; k++) {
            assertThat(ofRaw[k]).isCloseTo((up[k] - down[k]) / (2 * STEP), within(1e-7));
            assertThat(ofWeights[k]).isCloseTo((heavier[k] - lighter[k]) / (2 * STEP), within(1e-7));
        }
    }

    private static double[] moved(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }

    /** A weight and its delay change only its own part of the loss. */
    private static double[] losses(GaussianDelays delays, double[] weights, double[] raw, double[] upstream) {
        double[] expanded = delays.expand(weights, raw);
        double[] losses = new double[weights.length];
        for (int k = 0; k < expanded.length; k++) {
            losses[k % losses.length] += upstream[k] * expanded[k];
        }
        return losses;
    }

    @Test
    void wrongConstantsAreRefused() {
        assertThatThrownBy(() -> new GaussianDelays(0, 1)).hasMessageContaining("maxDelay must be >= 1");
        assertThatThrownBy(() -> new GaussianDelays(3, -1)).hasMessageContaining("sigma must be >= 0");
        assertThatThrownBy(() -> new GaussianDelays(3, Double.NaN)).hasMessageContaining("sigma must be >= 0");
    }
}
