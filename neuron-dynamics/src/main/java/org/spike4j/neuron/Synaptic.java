package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * LIF with a synaptic current, both given by their decays per step: snnTorch's Synaptic and, with feedback from its spikes,
 * RSynaptic; with alpha = 0 also RLeaky.
 *
 * <pre>
 * i = alpha i + x
 * f = beta v + i
 * </pre>
 *
 * <p>In steps t, with f from above and q = H(v - threshold) of the membrane before the step:
 *
 * <pre>
 * h = f - q threshold            reset in the next step, by subtraction
 * h = (1 - q) f + q resetValue   to a value, which also drops the input of this step
 * h = f                          none
 * s = H(h - threshold)
 * v = h
 * </pre>
 *
 * <p>q has no gradient. With a reset in the step of the spike, h = f and v = reset of h. Constants: {@code alpha}, {@code beta}, {@code
 * threshold}, {@code resetValue}. States: v and i from 0.
 *
 * @param alpha decay of the current per step, 0 to 1; 0 for no synapse
 * @param beta decay of the membrane per step, 0 to 1
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record Synaptic(
        @JsonProperty("alpha") double alpha,
        @JsonProperty("beta") double beta,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Synaptic>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"alpha", "beta", "threshold", "resetValue"};

    /** Checks the constants. */
    public Synaptic {
        Objects.requireNonNull(firing, "firing");
        Checks.decay(alpha, "alpha");
        Checks.decay(beta, "beta");
        FiringStatements.of(firing);
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * snnTorch's defaults: threshold 1, fires above it, subtraction in the next step without gradient, ATan with alpha 2.
     *
     * @param alpha decay of the current per step
     * @param beta decay of the membrane per step
     * @return the neuron
     */
    public static Synaptic withDecays(double alpha, double beta) {
        return new Synaptic(alpha, beta, FiringStatements.snnTorch(), List.of());
    }

    @Override
    public Synaptic withFiring(Firing newFiring) {
        return new Synaptic(alpha, beta, newFiring, learned);
    }

    @Override
    public Synaptic withLearned(List<Learned> newLearned) {
        return new Synaptic(alpha, beta, firing, newLearned);
    }

    /** A current that is held drives the membrane as far as before, in units of the threshold. */
    @Override
    public Synaptic withTimeScale(double factor) {
        double[] scaled = atTimeScale(
                new double[] {alpha, beta, firing.threshold(), firing.reset().value()}, factor);
        return new Synaptic(scaled[0], scaled[1], CurrentUnits.firing(firing, scaled), learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        return CurrentUnits.atTimeScale(constants, 1, factor);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("alpha", alpha, Domain.between(0, 1)),
                new Constant("beta", beta, Domain.between(0, 1)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = 0
                state i = 0
                i = alpha * i + x
                f = beta * v + i
                """ + FiringStatements.of(firing);
        return StepText.discrete(text, firing, CONSTANTS);
    }
}
