package org.spike4j.neuron;

import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.DRIVE;
import static org.spike4j.neuron.kernel.Coefficient.GAIN;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.AffineDynamics;

/**
 * Parametric LIF: leaky integrate-and-fire whose leak k = dt / tau is learned through the logistic function of w.
 *
 * <pre>
 * k = 1 / (1 + exp(-w))
 * h = (1 - k) v + k x + k rest     input decayed
 * h = (1 - k) v + x + k rest       input not decayed
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>Constants: {@code w}, {@code rest}, {@code threshold}, {@code resetValue}; w and, as wanted, the threshold are
 * learned. The membrane starts at rest. Source: Fang et al. 2021, ICCV (ParametricLIFNode of SpikingJelly).
 *
 * @param w logit of the leak
 * @param decayInput whether the input is scaled by k
 * @param rest membrane without input
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record ParametricLif(
        @JsonProperty("w") double w,
        @JsonProperty("decayInput") boolean decayInput,
        @JsonProperty("rest") double rest,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<ParametricLif>, TimeScaling {

    /** Checks the constants. */
    public ParametricLif {
        Checks.finite(w, "w");
        Checks.finite(rest, "rest");
        Objects.requireNonNull(firing, "firing");
        learned = Checks.learned(learned, "w", "rest", "threshold", "resetValue");
    }

    /**
     * A neuron whose leak is learned, one value for the layer: w = -ln(tau - 1), input decayed, rest 0, {@link
     * Firing#standard()}.
     *
     * @param tau initial membrane time constant in steps, &gt; 1
     * @return the neuron
     */
    public static ParametricLif withInitialTauInSteps(double tau) {
        if (!(tau > 1)) {
            throw new IllegalArgumentException("initial tau must be > 1 step, was " + tau);
        }
        return new ParametricLif(-Math.log(tau - 1), true, 0, Firing.standard(), List.of(Learned.shared("w")));
    }

    /**
     * This neuron with its input decayed or not.
     *
     * @param newDecayInput whether the input is scaled by k
     * @return a copy
     */
    public ParametricLif withDecayInput(boolean newDecayInput) {
        return new ParametricLif(w, newDecayInput, rest, firing, learned);
    }

    /**
     * This neuron with another rest.
     *
     * @param newRest membrane without input
     * @return a copy
     */
    public ParametricLif withRest(double newRest) {
        return new ParametricLif(w, decayInput, newRest, firing, learned);
    }

    @Override
    public ParametricLif withFiring(Firing newFiring) {
        return new ParametricLif(w, decayInput, rest, newFiring, learned);
    }

    @Override
    public ParametricLif withLearned(List<Learned> newLearned) {
        return new ParametricLif(w, decayInput, rest, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("w", w, Domain.reals()),
                new Constant("rest", rest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public ParametricLif withTimeScale(double factor) {
        return new ParametricLif(scaledLogit(w, factor), decayInput, rest, firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[0] = scaledLogit(constants[0], factor);
        return scaled;
    }

    /** The logit of 1 - (1 - k)^factor: with ln(1 - k) = -ln(1 + exp(w)) it is ln(exp(factor ln(1 + exp(w))) - 1). */
    private static double scaledLogit(double w, double factor) {
        if (w < -30) {
            return w + Math.log(factor); // k is too small for what follows, and so k' = factor k
        }
        double exponent = factor * (Math.max(w, 0) + Math.log1p(Math.exp(-Math.abs(w))));
        return exponent > 30 ? exponent : Math.log(Math.expm1(exponent));
    }

    @Override
    public AffineDynamics dynamics() {
        return AffineDynamics.spiking(firing, rest);
    }

    @Override
    public void coefficients(double[] constants, double[] coefficients) {
        double k = leak(constants[0]);
        coefficients[DECAY.ordinal()] = 1 - k;
        coefficients[GAIN.ordinal()] = decayInput ? k : 1;
        coefficients[DRIVE.ordinal()] = k * constants[1];
        coefficients[THRESHOLD.ordinal()] = constants[2];
        coefficients[RESET_VALUE.ordinal()] = constants[3];
    }

    @Override
    public void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        double k = leak(constants[0]);
        double gain = decayInput ? coefficientGradient[GAIN.ordinal()] : 0;
        double drive = coefficientGradient[DRIVE.ordinal()];
        double leak = gain + drive * constants[1] - coefficientGradient[DECAY.ordinal()];
        constantGradient[0] = leak * k * (1 - k);
        constantGradient[1] = drive * k;
        constantGradient[2] = coefficientGradient[THRESHOLD.ordinal()];
        constantGradient[3] = coefficientGradient[RESET_VALUE.ordinal()];
    }

    private static double leak(double w) {
        return 1 / (1 + Math.exp(-w));
    }
}
