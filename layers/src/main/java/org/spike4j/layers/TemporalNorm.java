package org.spike4j.layers;

import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * How {@link TemporalBatchNorm} treats time. With k the group of steps that share statistics,
 *
 * <pre>
 * y[t] = p[t] (factor gamma[k] (x[t] - mean[k]) / sqrt(variance[k] + 1e-5) + beta[k])
 * </pre>
 *
 * <p>where the factor and p are 1, there is one group of all steps, and every group has its gamma, but for what a kind
 * changes.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.PROPERTY, property = "@class")
public sealed interface TemporalNorm {

    /**
     * Batch normalisation over all samples and steps (Ioffe and Szegedy 2015, arXiv:1502.03167).
     *
     * @return the kind
     */
    static TemporalNorm plain() {
        return new Plain();
    }

    /**
     * Threshold-dependent batch normalisation (tdBN), for neurons of this threshold.
     *
     * @param threshold of the neurons behind it
     * @return the kind, with alpha 1
     */
    static ThresholdDependent thresholdDependent(double threshold) {
        return new ThresholdDependent(1, threshold);
    }

    /**
     * Temporal effective batch normalisation (TEBN).
     *
     * @param steps the most steps a sequence may have
     * @return the kind
     */
    static TemporalNorm effective(int steps) {
        return new Effective(steps);
    }

    /**
     * Batch normalisation through time (BNTT).
     *
     * @param steps the most steps a sequence may have
     * @return the kind
     */
    static TemporalNorm throughTime(int steps) {
        return new ThroughTime(steps);
    }

    /**
     * The constant factor of gamma.
     *
     * @return 1 unless the kind scales by a threshold
     */
    default double factor() {
        return 1;
    }

    /**
     * Steps that have parameters of their own.
     *
     * @return the most steps a sequence may have; 0 for any number
     */
    default int steps() {
        return 0;
    }

    /**
     * Groups of steps with statistics of their own.
     *
     * @return 1, or the number of steps
     */
    default int groups() {
        return 1;
    }

    /**
     * Whether every step is weighted by a learned p.
     *
     * @return true if {@code p} is a parameter
     */
    default boolean weighsSteps() {
        return false;
    }

    /**
     * Whether there is a learned shift.
     *
     * @return true if {@code beta} is a parameter
     */
    default boolean hasShift() {
        return true;
    }

    /** Statistics over all samples and steps. */
    record Plain() implements TemporalNorm {}

    /**
     * tdBN: the factor is alpha * threshold. Source: Zheng et al. 2021, AAAI 35(12), arXiv:2011.05280; gamma starts at 1 as
     * there, where other implementations start it at the factor.
     *
     * @param alpha 1, or 1 / sqrt(2) where two branches are added
     * @param threshold of the neurons behind it
     */
    record ThresholdDependent(
            @JsonProperty("alpha") double alpha,
            @JsonProperty("threshold") double threshold) implements TemporalNorm {

        /** Checks the constants. */
        public ThresholdDependent {
            if (!(alpha > 0) || !(threshold > 0) || Double.isInfinite(alpha * threshold)) {
                throw new IllegalArgumentException(
                        "alpha and threshold must be > 0 and finite, were " + alpha + " and " + threshold);
            }
        }

        /**
         * For a branch that is added to another one.
         *
         * @return a copy with alpha 1 / sqrt(2)
         */
        public ThresholdDependent inResidualBranch() {
            return new ThresholdDependent(Math.sqrt(0.5), threshold);
        }

        @Override
        public double factor() {
            return alpha * threshold;
        }
    }

    /**
     * TEBN: statistics over all samples and steps, and a learned weight p of each step, which starts at 1. Source: Duan et al.
     * 2022, NeurIPS 35.
     *
     * @param steps the most steps a sequence may have
     */
    record Effective(@JsonProperty("steps") int steps) implements TemporalNorm {

        /** Checks the steps. */
        public Effective {
            requireSteps(steps);
        }

        @Override
        public boolean weighsSteps() {
            return true;
        }
    }

    /**
     * BNTT: statistics over the samples of each step, a gamma of each step, and no beta. Source: Kim and Panda 2021, Frontiers
     * in Neuroscience 15:773954, arXiv:2010.01729.
     *
     * @param steps the most steps a sequence may have
     */
    record ThroughTime(@JsonProperty("steps") int steps) implements TemporalNorm {

        /** Checks the steps. */
        public ThroughTime {
            requireSteps(steps);
        }

        @Override
        public int groups() {
            return steps;
        }

        @Override
        public boolean hasShift() {
            return false;
        }
    }

    private static void requireSteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be >= 1, was " + steps);
        }
    }
}
