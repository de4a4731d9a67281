package org.spike4j.datasets.encoding;

import java.util.SplittableRandom;

/**
 * Rates as random spikes: s_t = 1 with probability rate x, independently in every step (a Bernoulli process, which is a Poisson
 * process seen in steps).
 *
 * @param steps T
 * @param rate spikes a step at x = 1, above 0 and at most 1
 */
public record PoissonEncoder(int steps, double rate) implements Encoder {
    /** Checks the values. */
    public PoissonEncoder {
        Values.requireSteps(steps);
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate must be above 0 and at most 1 spike a step, was " + rate);
        }
    }

    /**
     * At most a spike in every step.
     *
     * @param steps T
     * @return an encoder of rate 1
     */
    public static PoissonEncoder ofSteps(int steps) {
        return new PoissonEncoder(steps, 1);
    }

    @Override
    public void encode(double[] values, long seed, float[] spikes) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int k = 0; k < values.length; k++) {
            Values.requireShare(values[k], k);
        }
        for (int t = 0; t < steps; t++) {
            for (int k = 0; k < values.length; k++) {
                spikes[t * values.length + k] = random.nextDouble() < rate * values[k] ? 1 : 0;
            }
        }
    }
}
