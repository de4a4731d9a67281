package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF with an adaptation current that grows with each spike and then decays.
 *
 * <pre>
 * h = v + k_mem (rest - v + i - b)                 k = dt / tau
 * c = b - k_ada b
 * i = i - k_syn i + x
 * s = H(h - threshold)
 * v = h - s (threshold - resetValue)               by subtraction; or (1 - s) h + s resetValue, or h
 * b = c + s jump
 * </pre>
 *
 * <p>So an input acts one step later. This is Norse's ada_lif_step, which resets by subtraction. A detached reset also detaches
 * the jump. Constants: {@code tau}, {@code tauSynapse}, {@code tauAdaptation}, {@code rest}, {@code jump}, {@code threshold},
 * {@code resetValue}. States: v from rest, i and b from 0.
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
public record AdaptiveCurrentLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("tauAdaptation") double tauAdaptation,
        @JsonProperty("dt") double dt,
        @JsonProperty("rest") double rest,
        @JsonProperty("jump") double jump,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<AdaptiveCurrentLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {
        "tau", "tauSynapse", "tauAdaptation", "rest", "jump", "threshold", "resetValue"
    };

    /** Checks the constants. */
    public AdaptiveCurrentLif {
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
     * A neuron with steps of 1 ms, rest 0, jump 0.5 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in seconds
     * @param tauSynapse time constant of the current in seconds
     * @param tauAdaptation time constant of the adaptation in seconds
     * @return the neuron
     */
    public static AdaptiveCurrentLif withTaus(double tau, double tauSynapse, double tauAdaptation) {
        return new AdaptiveCurrentLif(tau, tauSynapse, tauAdaptation, 1e-3, 0, 0.5, Firing.standard(), List.of());
    }

    @Override
    public AdaptiveCurrentLif withFiring(Firing newFiring) {
        return new AdaptiveCurrentLif(tau, tauSynapse, tauAdaptation, dt, rest, jump, newFiring, learned);
    }

    @Override
    public AdaptiveCurrentLif withLearned(List<Learned> newLearned) {
        return new AdaptiveCurrentLif(tau, tauSynapse, tauAdaptation, dt, rest, jump, firing, newLearned);
    }

    @Override
    public AdaptiveCurrentLif withTimeScale(double factor) {
        return new AdaptiveCurrentLif(tau, tauSynapse, tauAdaptation, factor * dt, rest, jump, firing, learned);
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
                state b = 0
                h = v + dt / tau * (rest - v + i - b)
                c = b - dt / tauAdaptation * b
                i = i - dt / tauSynapse * i + x
                s = spike(h, threshold)
                """ + "v = " + ResetStatement.of(firing.reset(), "h", "s", "threshold - resetValue")
                + "\nb = c + " + ResetStatement.spike(firing.reset()) + " * jump";
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt);
    }
}
