package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF: the input drives a synaptic current that decays by itself, and the current drives the membrane. With
 * rates k = dt / tau:
 *
 * <pre>
 * j = i + x
 * h = v + k_mem (rest - v + j)
 * i = j - k_syn j
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>So the membrane sees the current with the new input, before it decays. This is Norse's LIF, whose rates are dt tau_mem_inv
 * and dt tau_syn_inv. Constants: {@code tau}, {@code tauSynapse}, {@code rest}, {@code threshold}, {@code resetValue}. States:
 * v from rest, i from 0.
 *
 * @param tau membrane time constant in seconds
 * @param tauSynapse time constant of the current in seconds
 * @param dt time step in seconds
 * @param rest membrane without input
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record CurrentLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("dt") double dt,
        @JsonProperty("rest") double rest,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<CurrentLif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public CurrentLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.finite(rest, "rest");
        Checks.eulerTime(tau, dt, "tau");
        Checks.eulerTime(tauSynapse, dt, "tauSynapse");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, "tau", "tauSynapse", "rest", "threshold", "resetValue");
    }

    /**
     * A neuron with steps of 1 ms, rest 0 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in seconds
     * @param tauSynapse time constant of the current in seconds
     * @return the neuron
     */
    public static CurrentLif withTaus(double tau, double tauSynapse) {
        return new CurrentLif(tau, tauSynapse, 1e-3, 0, Firing.standard(), List.of());
    }

    @Override
    public CurrentLif withFiring(Firing newFiring) {
        return new CurrentLif(tau, tauSynapse, dt, rest, newFiring, learned);
    }

    @Override
    public CurrentLif withLearned(List<Learned> newLearned) {
        return new CurrentLif(tau, tauSynapse, dt, rest, firing, newLearned);
    }

    @Override
    public CurrentLif withTimeScale(double factor) {
        return new CurrentLif(tau, tauSynapse, factor * dt, rest, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("tauSynapse", tauSynapse, Domain.above(dt)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = rest
                state i = 0
                j = i + x
                h = v + dt / tau * (rest - v + j)
                i = j - dt / tauSynapse * j
                s = spike(h, threshold)
                """ + ResetStatement.of(firing.reset());
        return StepText.discrete(text, firing, "tau", "tauSynapse", "rest", "threshold", "resetValue")
                .withDt(dt);
    }
}
