package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF with an exponential upstroke and an adaptation current, which follows the membrane and grows with each
 * spike.
 *
 * <pre>
 * upstroke = sharpness exp((v - threshold) / sharpness)
 * j = i + x
 * h = v + k_mem (rest - v + upstroke + j - a)              k = dt / tau
 * i = j - k_syn j
 * c = a + k_ada (coupling (v - rest) - a)
 * s = H(h - threshold)
 * v = reset of h
 * a = c + s jump
 * </pre>
 *
 * <p>This is Norse's LIFAdEx, feed-forward. The threshold is also the corner of the exponential. A detached reset also detaches
 * the jump. Constants: {@code tau}, {@code tauSynapse}, {@code tauAdaptation}, {@code rest}, {@code sharpness}, {@code coupling},
 * {@code jump}, {@code threshold}, {@code resetValue}. States: v from rest, i and a from 0.
 *
 * @param tau membrane time constant in seconds
 * @param tauSynapse time constant of the current in seconds
 * @param tauAdaptation time constant of the adaptation in seconds
 * @param dt time step in seconds
 * @param rest membrane without input
 * @param sharpness Delta_T, over which the membrane grows by a factor e of its upstroke; dimensionless
 * @param coupling how much the adaptation follows the membrane
 * @param jump what a spike adds to the adaptation
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record AdaptiveExponentialCurrentLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("tauAdaptation") double tauAdaptation,
        @JsonProperty("dt") double dt,
        @JsonProperty("rest") double rest,
        @JsonProperty("sharpness") double sharpness,
        @JsonProperty("coupling") double coupling,
        @JsonProperty("jump") double jump,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<AdaptiveExponentialCurrentLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {
        "tau", "tauSynapse", "tauAdaptation", "rest", "sharpness", "coupling", "jump", "threshold", "resetValue"
    };

    /** Checks the constants. */
    public AdaptiveExponentialCurrentLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
        Checks.eulerTime(tauSynapse, dt, "tauSynapse");
        Checks.eulerTime(tauAdaptation, dt, "tauAdaptation");
        Checks.finite(rest, "rest");
        Checks.positive(sharpness, "sharpness");
        Checks.finite(coupling, "coupling");
        Checks.finite(jump, "jump");
        ResetStatement.of(firing.reset());
        if (firing.reset().mode() == ResetMode.NONE) {
            throw new IllegalArgumentException(
                    "without a reset the upstroke grows for ever; mode must be TO_VALUE or" + " SUBTRACT, was NONE");
        }
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * A neuron with steps of 1 ms, Norse's adaptation and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in seconds
     * @param tauSynapse time constant of the current in seconds
     * @return the neuron
     */
    public static AdaptiveExponentialCurrentLif withTaus(double tau, double tauSynapse) {
        return new AdaptiveExponentialCurrentLif(
                tau, tauSynapse, 0.5, 1e-3, 0, 0.5, 4, 0.02, Firing.standard(), List.of());
    }

    @Override
    public AdaptiveExponentialCurrentLif withFiring(Firing newFiring) {
        return new AdaptiveExponentialCurrentLif(
                tau, tauSynapse, tauAdaptation, dt, rest, sharpness, coupling, jump, newFiring, learned);
    }

    @Override
    public AdaptiveExponentialCurrentLif withLearned(List<Learned> newLearned) {
        return new AdaptiveExponentialCurrentLif(
                tau, tauSynapse, tauAdaptation, dt, rest, sharpness, coupling, jump, firing, newLearned);
    }

    @Override
    public AdaptiveExponentialCurrentLif withTimeScale(double factor) {
        return new AdaptiveExponentialCurrentLif(
                tau, tauSynapse, tauAdaptation, factor * dt, rest, sharpness, coupling, jump, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("tauSynapse", tauSynapse, Domain.above(dt)),
                new Constant("tauAdaptation", tauAdaptation, Domain.above(dt)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("sharpness", sharpness, Domain.above(0)),
                new Constant("coupling", coupling, Domain.reals()),
                new Constant("jump", jump, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = rest
                state i = 0
                state a = 0
                upstroke = sharpness * exp((v - threshold) / sharpness)
                j = i + x
                h = v + dt / tau * (rest - v + upstroke + j - a)
                i = j - dt / tauSynapse * j
                c = a + dt / tauAdaptation * (coupling * (v - rest) - a)
                s = spike(h, threshold)
                """ + ResetStatement.of(firing.reset())
                + "\na = c + " + ResetStatement.spike(firing.reset()) + " * jump";
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt);
    }
}
