package org.spike4j.neuron;

import static org.spike4j.neuron.kernel.Coefficient.LEAK;
import static org.spike4j.neuron.kernel.Coefficient.LEAK_DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.AffineDynamics;
import org.spike4j.neuron.surrogate.Rectangle;

/**
 * The LIF of BIDL, which leaks after its reset.
 *
 * <pre>
 * h = v + x
 * s = H(h - threshold)
 * r = s resetValue + (1 - s) h
 * v = alpha r + beta
 * </pre>
 *
 * <p>Constants: {@code alpha}, {@code beta}, {@code threshold}, {@code resetValue}. The membrane starts at 0. Source: Wu et
 * al. 2023, Frontiers in Neuroscience 17:1213720. Its LIAF is this model behind {@link Liaf}.
 *
 * @param alpha leak factor
 * @param beta leak offset
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record BidlLif(
        @JsonProperty("alpha") double alpha,
        @JsonProperty("beta") double beta,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<BidlLif>, TimeScaling {

    /** Checks the constants. */
    public BidlLif {
        Checks.finite(alpha, "alpha");
        Checks.finite(beta, "beta");
        Objects.requireNonNull(firing, "firing");
        if (firing.reset().timing() == ResetTiming.NEXT_STEP) {
            throw new IllegalArgumentException("BidlLif leaks after its reset, so it must reset in the same step");
        }
        learned = Checks.learned(learned, "alpha", "beta", "threshold", "resetValue");
    }

    /**
     * BIDL's constants: alpha 0.3, beta 0, threshold 0.5, fires above it, reset to 0 with gradient, rectangle of half width
     * 0.5.
     *
     * @return the default
     */
    public static BidlLif standard() {
        Firing firing = new Firing(0.5, FireCondition.ABOVE_THRESHOLD, Reset.toValue(0), Rectangle.bidl(0.5));
        return new BidlLif(0.3, 0, firing, List.of());
    }

    /**
     * This neuron with another leak.
     *
     * @param newAlpha leak factor
     * @param newBeta leak offset
     * @return a copy
     */
    public BidlLif withLeak(double newAlpha, double newBeta) {
        return new BidlLif(newAlpha, newBeta, firing, learned);
    }

    @Override
    public BidlLif withFiring(Firing newFiring) {
        return new BidlLif(alpha, beta, newFiring, learned);
    }

    @Override
    public BidlLif withLearned(List<Learned> newLearned) {
        return new BidlLif(alpha, beta, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("alpha", alpha, Domain.between(0, 1)),
                new Constant("beta", beta, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    /** The leak alpha v + beta goes towards beta / (1 - alpha), which stays. */
    @Override
    public BidlLif withTimeScale(double factor) {
        double[] scaled = atTimeScale(new double[] {alpha, beta}, factor);
        return new BidlLif(scaled[0], scaled[1], firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        double a = constants[0];
        if (a < 0) {
            throw new IllegalArgumentException("a leak factor alpha < 0 has no time constant, was " + a
                    + "; it cannot be brought to another step");
        }
        scaled[0] = Math.pow(a, factor);
        scaled[1] = a == 1 ? factor * constants[1] : constants[1] * (1 - scaled[0]) / (1 - a);
        return scaled;
    }

    @Override
    public AffineDynamics dynamics() {
        return AffineDynamics.spiking(firing, 0);
    }

    @Override
    public void coefficients(double[] constants, double[] coefficients) {
        coefficients[LEAK.ordinal()] = constants[0];
        coefficients[LEAK_DRIVE.ordinal()] = constants[1];
        coefficients[THRESHOLD.ordinal()] = constants[2];
        coefficients[RESET_VALUE.ordinal()] = constants[3];
    }

    @Override
    public void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        constantGradient[0] = coefficientGradient[LEAK.ordinal()];
        constantGradient[1] = coefficientGradient[LEAK_DRIVE.ordinal()];
        constantGradient[2] = coefficientGradient[THRESHOLD.ordinal()];
        constantGradient[3] = coefficientGradient[RESET_VALUE.ordinal()];
    }
}
