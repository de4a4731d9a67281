package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF that stays where it is for some steps after a spike, while its current goes on.
 *
 * <pre>
 * j = i + x
 * h = v + k_mem (rest - v + j)                     k = dt / tau
 * i = j - k_syn j
 * k = H(rho)                                       still refractory?
 * z = H(h - threshold)
 * s = (1 - k) z
 * v = (1 - k) (reset of h by z) + k v
 * rho = (1 - s) max(0, rho - k) + s refractorySteps
 * </pre>
 *
 * <p>This is Norse's LIFRefrac, feed-forward: H(rho) has the derivative of a spike too, so that a gradient flows through the
 * counter. Constants: {@code tau}, {@code tauSynapse}, {@code rest}, {@code refractorySteps}, {@code threshold}, {@code
 * resetValue}. States: v from rest, i and rho from 0.
 *
 * @param tau membrane time constant in seconds
 * @param tauSynapse time constant of the current in seconds
 * @param dt time step in seconds
 * @param rest membrane without input
 * @param refractorySteps steps without a spike after one
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record RefractoryCurrentLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("dt") double dt,
        @JsonProperty("rest") double rest,
        @JsonProperty("refractorySteps") double refractorySteps,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<RefractoryCurrentLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"tau", "tauSynapse", "rest", "refractorySteps", "threshold", "resetValue"
    };

    /** Checks the constants. */
    public RefractoryCurrentLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
        Checks.eulerTime(tauSynapse, dt, "tauSynapse");
        Checks.finite(rest, "rest");
        Checks.positive(refractorySteps, "refractorySteps");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * A neuron with steps of 1 ms, rest 0 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in seconds
     * @param tauSynapse time constant of the current in seconds
     * @param refractorySteps steps without a spike after one
     * @return the neuron
     */
    public static RefractoryCurrentLif withTaus(double tau, double tauSynapse, int refractorySteps) {
        return new RefractoryCurrentLif(tau, tauSynapse, 1e-3, 0, refractorySteps, Firing.standard(), List.of());
    }

    @Override
    public RefractoryCurrentLif withFiring(Firing newFiring) {
        return new RefractoryCurrentLif(tau, tauSynapse, dt, rest, refractorySteps, newFiring, learned);
    }

    @Override
    public RefractoryCurrentLif withLearned(List<Learned> newLearned) {
        return new RefractoryCurrentLif(tau, tauSynapse, dt, rest, refractorySteps, firing, newLearned);
    }

    /** The refractory steps become the nearest number of the new ones, at least one. */
    @Override
    public RefractoryCurrentLif withTimeScale(double factor) {
        return new RefractoryCurrentLif(
                tau,
                tauSynapse,
                factor * dt,
                rest,
                Math.max(1, RefractorySteps.scaled(refractorySteps, factor)),
                firing,
                learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[3] = Math.max(1, RefractorySteps.scaled(constants[3], factor));
        return scaled;
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("tauSynapse", tauSynapse, Domain.above(dt)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("refractorySteps", refractorySteps, Domain.above(0)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String reset = ResetStatement.of(firing.reset(), "h", "z", "threshold");
        String text = """
                state v = rest
                state i = 0
                state rho = 0
                j = i + x
                h = v + dt / tau * (rest - v + j)
                i = j - dt / tauSynapse * j
                k = heaviside(rho)
                z = spike(h, threshold)
                s = (1 - k) * z
                v = (1 - k) * (%s) + k * v
                rho = (1 - s) * relu(rho - k) + s * refractorySteps
                output s
                """.formatted(reset);
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt);
    }
}
