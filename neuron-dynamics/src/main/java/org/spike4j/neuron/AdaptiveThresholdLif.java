package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF whose threshold rises with each spike and then decays to its resting value.
 *
 * <pre>
 * h = v + k_mem (rest - v + i)                 k = dt / tau
 * c = b + k_ada (threshold - b)
 * i = i - k_syn i + x
 * s = H(h - c)
 * v = reset of h
 * b = c + s jump
 * </pre>
 *
 * <p>So an input acts one step later. This is Norse's LSNN (Bellec et al. 2018, "Long short-term memory and learning-to-learn in
 * networks of spiking neurons"); in its recurrent form the reset is detached, which also detaches the jump. A reset by
 * subtraction takes off the resting threshold. Constants: {@code tau}, {@code tauSynapse}, {@code tauAdaptation}, {@code rest},
 * {@code jump}, {@code threshold}, {@code resetValue}. States: v from rest, i from 0, b from threshold.
 *
 * @param tau membrane time constant in seconds
 * @param tauSynapse time constant of the current in seconds
 * @param tauAdaptation time constant of the adaptation in seconds
 * @param dt time step in seconds
 * @param rest membrane without input
 * @param jump what a spike adds to the adaptation
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record AdaptiveThresholdLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("tauAdaptation") double tauAdaptation,
        @JsonProperty("dt") double dt,
        @JsonProperty("rest") double rest,
        @JsonProperty("jump") double jump,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<AdaptiveThresholdLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {
        "tau", "tauSynapse", "tauAdaptation", "rest", "jump", "threshold", "resetValue"
    };

    /** Checks the constants. */
    public AdaptiveThresholdLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
        Checks.eulerTime(tauSynapse, dt, "tauSynapse");
        Checks.eulerTime(tauAdaptation, dt, "tauAdaptation");
        Checks.finite(rest, "rest");
        Checks.finite(jump, "jump");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * A neuron with steps of 1 ms, rest 0, jump 1.8 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in seconds
     * @param tauSynapse time constant of the current in seconds
     * @param tauAdaptation time constant of the threshold in seconds
     * @return the neuron
     */
    public static AdaptiveThresholdLif withTaus(double tau, double tauSynapse, double tauAdaptation) {
        return new AdaptiveThresholdLif(tau, tauSynapse, tauAdaptation, 1e-3, 0, 1.8, Firing.standard(), List.of());
    }

    @Override
    public AdaptiveThresholdLif withFiring(Firing newFiring) {
        return new AdaptiveThresholdLif(tau, tauSynapse, tauAdaptation, dt, rest, jump, newFiring, learned);
    }

    @Override
    public AdaptiveThresholdLif withLearned(List<Learned> newLearned) {
        return new AdaptiveThresholdLif(tau, tauSynapse, tauAdaptation, dt, rest, jump, firing, newLearned);
    }

    @Override
    public AdaptiveThresholdLif withTimeScale(double factor) {
        return new AdaptiveThresholdLif(tau, tauSynapse, tauAdaptation, factor * dt, rest, jump, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("tauSynapse", tauSynapse, Domain.above(dt)),
                new Constant("tauAdaptation", tauAdaptation, Domain.above(dt)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("jump", jump, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = rest
                state i = 0
                state b = threshold
                h = v + dt / tau * (rest - v + i)
                c = b + dt / tauAdaptation * (threshold - b)
                i = i - dt / tauSynapse * i + x
                s = spike(h, c)
                """ + ResetStatement.of(firing.reset())
                + "\nb = c + " + ResetStatement.spike(firing.reset()) + " * jump";
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt);
    }
}
