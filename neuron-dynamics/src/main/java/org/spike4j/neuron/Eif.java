package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepText;

/**
 * Exponential integrate-and-fire neuron, in sub-steps of dt / subSteps:
 *
 * <pre>
 * h = v + k (x + rest - v + sharpness exp((v - rheobase) / sharpness))     k = dt / tau, or 1 - exp(-dt / tau)
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>The first k is forward Euler, the second exponential Euler, which is exact but for the exponential that it holds during a
 * step; both are of order 1. With forward Euler in one sub-step this is SpikingJelly's EIFNode, whose delta_T is the sharpness
 * and whose theta_rh is the rheobase. Constants: {@code tau}, {@code sharpness}, {@code rheobase}, {@code rest}, {@code
 * threshold}, {@code resetValue}. State: v from resetValue.
 *
 * @param tau membrane time constant in the unit of dt
 * @param dt time step
 * @param subSteps sub-steps of a step
 * @param scheme how the equation becomes a step: EULER or EXPONENTIAL_EULER
 * @param sharpness of the rise; the smaller, the sharper
 * @param rheobase voltage about which the membrane begins to rise by itself
 * @param rest membrane without input
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record Eif(
        @JsonProperty("tau") double tau,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("scheme") Scheme scheme,
        @JsonProperty("sharpness") double sharpness,
        @JsonProperty("rheobase") double rheobase,
        @JsonProperty("rest") double rest,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Eif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public Eif {
        Objects.requireNonNull(firing, "firing");
        Upstroke.check(tau, dt, subSteps, scheme);
        Checks.positive(sharpness, "sharpness");
        Checks.finite(rheobase, "rheobase");
        Checks.finite(rest, "rest");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, "tau", "sharpness", "rheobase", "rest", "threshold", "resetValue");
    }

    /**
     * A neuron with steps of 1, sharpness 1, rheobase 0.8, rest 0 and {@link Firing#standard()} with a reset to -0.1.
     *
     * @param tau membrane time constant in steps
     * @return the neuron
     */
    public static Eif withTauInSteps(double tau) {
        Firing firing = Firing.standard().withReset(Reset.toValue(-0.1).withoutGradient());
        return new Eif(tau, 1, 1, Scheme.EULER, 1, 0.8, 0, firing, List.of());
    }

    @Override
    public Eif withFiring(Firing newFiring) {
        return new Eif(tau, dt, subSteps, scheme, sharpness, rheobase, rest, newFiring, learned);
    }

    @Override
    public Eif withLearned(List<Learned> newLearned) {
        return new Eif(tau, dt, subSteps, scheme, sharpness, rheobase, rest, firing, newLearned);
    }

    /**
     * This neuron with another number of sub-steps.
     *
     * @param newSubSteps sub-steps of a step
     * @return a copy
     */
    public Eif withSubSteps(int newSubSteps) {
        return new Eif(tau, dt, newSubSteps, scheme, sharpness, rheobase, rest, firing, learned);
    }

    /**
     * This neuron, integrated differently.
     *
     * @param newScheme how the equation becomes a step: EULER or EXPONENTIAL_EULER
     * @return a copy
     */
    public Eif withScheme(Scheme newScheme) {
        return new Eif(tau, dt, subSteps, newScheme, sharpness, rheobase, rest, firing, learned);
    }

    @Override
    public Eif withTimeScale(double factor) {
        return new Eif(tau, factor * dt, subSteps, scheme, sharpness, rheobase, rest, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                Upstroke.tau(tau, dt, subSteps, scheme),
                new Constant("sharpness", sharpness, Domain.above(0)),
                new Constant("rheobase", rheobase, Domain.reals()),
                new Constant("rest", rest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String pull = "x + rest - v + sharpness * exp((v - rheobase) / sharpness)";
        String text = Upstroke.text(scheme, "1", pull, firing);
        return StepText.discrete(text, firing, "tau", "sharpness", "rheobase", "rest", "threshold", "resetValue")
                .withDt(dt / subSteps);
    }
}
