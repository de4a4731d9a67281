package org.spike4j.neuron;

import static org.spike4j.neuron.kernel.Coefficient.AMPLITUDE;
import static org.spike4j.neuron.kernel.Coefficient.DECAY;
import static org.spike4j.neuron.kernel.Coefficient.RESET_VALUE;
import static org.spike4j.neuron.kernel.Coefficient.THRESHOLD;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.kernel.AffineDynamics;
import org.spike4j.neuron.surrogate.ATan;

/**
 * Leaky integrate-and-fire given by its decay per step, as snnTorch's Leaky.
 *
 * <pre>
 * q = H(v - threshold)                          reset in the next step
 * h = beta v + x - q threshold                  by subtraction
 * h = beta (q resetValue + (1 - q) v) + x       to a value
 * h = beta v + x                                none
 * s = amplitude H(h - threshold)
 * v = h
 * </pre>
 *
 * <p>With a reset in the same step, h = beta v + x and v = reset of h. Constants: {@code beta}, {@code threshold}, {@code
 * resetValue}, {@code amplitude} (snnTorch's graded spikes factor). The membrane starts at 0. A learned beta stays in (0,
 * 1) by its parametrisation, where snnTorch clamps it.
 *
 * @param beta decay of the membrane per step, 0 to 1
 * @param amplitude size of an output spike
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record Leaky(
        @JsonProperty("beta") double beta,
        @JsonProperty("amplitude") double amplitude,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Leaky>, TimeScaling {

    /** Checks the constants. */
    public Leaky {
        if (!(beta >= 0 && beta <= 1)) {
            throw new IllegalArgumentException("beta must be 0 to 1, was " + beta);
        }
        Checks.finite(amplitude, "amplitude");
        Objects.requireNonNull(firing, "firing");
        learned = Checks.learned(learned, "beta", "threshold", "resetValue", "amplitude");
    }

    /**
     * snnTorch's defaults: threshold 1, fires above it, subtraction in the next step without gradient, ATan with alpha 2.
     *
     * @param beta decay of the membrane per step
     * @return the neuron
     */
    public static Leaky withBeta(double beta) {
        Reset reset = Reset.subtract().inNextStep().withoutGradient();
        Firing firing = new Firing(1, FireCondition.ABOVE_THRESHOLD, reset, ATan.ofAlpha(2));
        return new Leaky(beta, 1, firing, List.of());
    }

    /**
     * This neuron with another spike size.
     *
     * @param newAmplitude size of an output spike
     * @return a copy
     */
    public Leaky withAmplitude(double newAmplitude) {
        return new Leaky(beta, newAmplitude, firing, learned);
    }

    @Override
    public Leaky withFiring(Firing newFiring) {
        return new Leaky(beta, amplitude, newFiring, learned);
    }

    @Override
    public Leaky withLearned(List<Learned> newLearned) {
        return new Leaky(beta, amplitude, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("beta", beta, Domain.between(0, 1)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()),
                new Constant("amplitude", amplitude, Domain.reals()));
    }

    @Override
    public Leaky withTimeScale(double factor) {
        return new Leaky(Math.pow(beta, factor), amplitude, firing, learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[0] = Math.pow(constants[0], factor);
        return scaled;
    }

    @Override
    public AffineDynamics dynamics() {
        return AffineDynamics.spiking(firing, 0);
    }

    @Override
    public void coefficients(double[] constants, double[] coefficients) {
        coefficients[DECAY.ordinal()] = constants[0];
        coefficients[THRESHOLD.ordinal()] = constants[1];
        coefficients[RESET_VALUE.ordinal()] = constants[2];
        coefficients[AMPLITUDE.ordinal()] = constants[3];
    }

    @Override
    public void pullBack(double[] constants, double[] coefficientGradient, double[] constantGradient) {
        constantGradient[0] = coefficientGradient[DECAY.ordinal()];
        constantGradient[1] = coefficientGradient[THRESHOLD.ordinal()];
        constantGradient[2] = coefficientGradient[RESET_VALUE.ordinal()];
        constantGradient[3] = coefficientGradient[AMPLITUDE.ordinal()];
    }
}
