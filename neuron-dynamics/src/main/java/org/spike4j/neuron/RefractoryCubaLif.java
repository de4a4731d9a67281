package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Current-based LIF with an absolute refractory period, by exact exponentials. With a = exp(-dt / tauSynapse) and b = exp(-dt /
 * tau):
 *
 * <pre>
 * i = a i + x
 * h = b v + (1 - b) i         v while c &gt; 0.5
 * s = H(h - threshold)        0 while c &gt; 0.5
 * v = reset of h
 * c = refractorySteps where s &gt; 0.5, else max(0, c - 1)
 * </pre>
 *
 * <p>So the membrane holds still after a spike while the current goes on, and no gradient passes through the spike of a step
 * that cannot have one; the counter has no gradient. Constants: {@code tau}, {@code tauSynapse}, {@code threshold}, {@code
 * resetValue}. States from 0: v, i, c.
 *
 * @param tau membrane time constant in the unit of dt
 * @param tauSynapse time constant of the current in the unit of dt
 * @param dt time step
 * @param refractorySteps steps after a spike in which there is none; 0 for no refractory period
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record RefractoryCubaLif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauSynapse") double tauSynapse,
        @JsonProperty("dt") double dt,
        @JsonProperty("refractorySteps") int refractorySteps,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<RefractoryCubaLif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public RefractoryCubaLif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.time(tau, "tau");
        Checks.time(tauSynapse, "tauSynapse");
        if (refractorySteps < 0) {
            throw new IllegalArgumentException("refractorySteps must be >= 0, was " + refractorySteps);
        }
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, "tau", "tauSynapse", "threshold", "resetValue");
    }

    /**
     * A neuron with steps of 1 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in steps
     * @param tauSynapse time constant of the current in steps
     * @param refractorySteps steps after a spike in which there is none
     * @return the neuron
     */
    public static RefractoryCubaLif withTausInSteps(double tau, double tauSynapse, int refractorySteps) {
        return new RefractoryCubaLif(tau, tauSynapse, 1, refractorySteps, Firing.standard(), List.of());
    }

    @Override
    public RefractoryCubaLif withFiring(Firing newFiring) {
        return new RefractoryCubaLif(tau, tauSynapse, dt, refractorySteps, newFiring, learned);
    }

    @Override
    public RefractoryCubaLif withLearned(List<Learned> newLearned) {
        return new RefractoryCubaLif(tau, tauSynapse, dt, refractorySteps, firing, newLearned);
    }

    /** The refractory steps become the nearest number of the new ones. */
    @Override
    public RefractoryCubaLif withTimeScale(double factor) {
        return new RefractoryCubaLif(
                tau, tauSynapse, factor * dt, RefractorySteps.scaled(refractorySteps, factor), firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(0)),
                new Constant("tauSynapse", tauSynapse, Domain.above(0)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = 0
                state i = 0
                state c = 0
                b = exp(-dt / tau)
                i = exp(-dt / tauSynapse) * i + x
                h = where(c > 0.5, v, b * v + (1 - b) * i)
                s = where(c > 0.5, 0, spike(h, threshold))
                %s
                c = where(s > 0.5, %d, max(0, c - 1))
                output s
                """.formatted(ResetStatement.of(firing.reset()), refractorySteps);
        return StepText.discrete(text, firing, "tau", "tauSynapse", "threshold", "resetValue")
                .withDt(dt);
    }
}
