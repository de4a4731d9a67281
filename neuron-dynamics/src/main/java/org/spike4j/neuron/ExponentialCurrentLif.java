package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF with an exponential upstroke: below the threshold the membrane accelerates by itself.
 *
 * <pre>
 * upstroke = sharpness exp((v - threshold) / sharpness)
 * j = i + x
 * h = v + k_mem (rest - v + upstroke + j)       k = dt / tau
 * i = j - k_syn j
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>This is Norse's LIFEx, feed-forward, whose rates are dt tau_mem_inv and dt tau_syn_inv. The threshold is also the corner of
 * the exponential. Constants: {@code tau}, {@code tauSynapse}, {@code rest}, {@code sharpness}, {@code threshold}, {@code
 * resetValue}. States: v from rest, i from 0.
 *
 * @param tau membrane time constant in seconds
 * @param tauSynapse time constant of the current in seconds
 * @param dt time step in seconds
 * @param rest membrane without input
 * @param sharpness Delta_T, over which the membrane grows by a factor e of its upstroke; dimensionless
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record ExponentialCurrentLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("dt") double dt,
        @JsonProperty("rest") double rest,
        @JsonProperty("sharpness") double sharpness,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<ExponentialCurrentLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"tau", "tauSynapse", "rest", "sharpness", "threshold", "resetValue"};

    /** Checks the constants. */
    public ExponentialCurrentLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
        Checks.eulerTime(tauSynapse, dt, "tauSynapse");
        Checks.finite(rest, "rest");
        Checks.positive(sharpness, "sharpness");
        ResetStatement.of(firing.reset());
        if (firing.reset().mode() == ResetMode.NONE) {
            throw new IllegalArgumentException(
                    "without a reset the upstroke grows for ever; mode must be TO_VALUE or" + " SUBTRACT, was NONE");
        }
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * A neuron with steps of 1 ms, rest 0, sharpness 0.5 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in seconds
     * @param tauSynapse time constant of the current in seconds
     * @return the neuron
     */
    public static ExponentialCurrentLif withTaus(double tau, double tauSynapse) {
        return new ExponentialCurrentLif(tau, tauSynapse, 1e-3, 0, 0.5, Firing.standard(), List.of());
    }

    @Override
    public ExponentialCurrentLif withFiring(Firing newFiring) {
        return new ExponentialCurrentLif(tau, tauSynapse, dt, rest, sharpness, newFiring, learned);
    }

    @Override
    public ExponentialCurrentLif withLearned(List<Learned> newLearned) {
        return new ExponentialCurrentLif(tau, tauSynapse, dt, rest, sharpness, firing, newLearned);
    }

    @Override
    public ExponentialCurrentLif withTimeScale(double factor) {
        return new ExponentialCurrentLif(tau, tauSynapse, factor * dt, rest, sharpness, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("tauSynapse", tauSynapse, Domain.above(dt)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("sharpness", sharpness, Domain.above(0)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = rest
                state i = 0
                upstroke = sharpness * exp((v - threshold) / sharpness)
                j = i + x
                h = v + dt / tau * (rest - v + upstroke + j)
                i = j - dt / tauSynapse * j
                s = spike(h, threshold)
                """ + ResetStatement.of(firing.reset());
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt);
    }
}
