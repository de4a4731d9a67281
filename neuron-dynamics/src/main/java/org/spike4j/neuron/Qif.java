package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepText;

/**
 * Quadratic integrate-and-fire neuron, in sub-steps of dt / subSteps:
 *
 * <pre>
 * h = v + k (x + curvature (v - rest) (v - critical))
 * k = dt / tau                           forward Euler
 * k = (1 - exp(-dt a / tau)) / a         exponential Euler, a = curvature (critical - rest)
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>Without input the membrane falls back to rest below the critical voltage, and rises by itself to the threshold above it.
 * The second k takes the slope of the parabola at rest exactly and holds curvature (v - rest)^2 + x during a step; both
 * schemes are of order 1. With forward Euler in one sub-step this is SpikingJelly's QIFNode, whose a0 is the curvature.
 * Constants: {@code tau}, {@code curvature}, {@code rest}, {@code critical}, {@code threshold}, {@code resetValue}. State: v
 * from resetValue.
 *
 * @param tau membrane time constant in the unit of dt
 * @param dt time step
 * @param subSteps sub-steps of a step
 * @param scheme how the equation becomes a step: EULER or EXPONENTIAL_EULER
 * @param curvature of the parabola
 * @param rest membrane without input
 * @param critical voltage above which the membrane rises by itself, above rest
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record Qif(
        @JsonProperty("tau") double tau,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("scheme") Scheme scheme,
        @JsonProperty("curvature") double curvature,
        @JsonProperty("rest") double rest,
        @JsonProperty("critical") double critical,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Qif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public Qif {
        Objects.requireNonNull(firing, "firing");
        Upstroke.check(tau, dt, subSteps, scheme);
        Checks.positive(curvature, "curvature");
        Checks.finite(rest, "rest");
        Checks.above(rest, critical, "critical", "rest");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, "tau", "curvature", "rest", "critical", "threshold", "resetValue");
    }

    /**
     * A neuron with steps of 1, curvature 1, rest 0, critical voltage 0.8 and {@link Firing#standard()} with a reset to -0.1.
     *
     * @param tau membrane time constant in steps
     * @return the neuron
     */
    public static Qif withTauInSteps(double tau) {
        Firing firing = Firing.standard().withReset(Reset.toValue(-0.1).withoutGradient());
        return new Qif(tau, 1, 1, Scheme.EULER, 1, 0, 0.8, firing, List.of());
    }

    @Override
    public Qif withFiring(Firing newFiring) {
        return new Qif(tau, dt, subSteps, scheme, curvature, rest, critical, newFiring, learned);
    }

    @Override
    public Qif withLearned(List<Learned> newLearned) {
        return new Qif(tau, dt, subSteps, scheme, curvature, rest, critical, firing, newLearned);
    }

    /**
     * This neuron with another number of sub-steps.
     *
     * @param newSubSteps sub-steps of a step
     * @return a copy
     */
    public Qif withSubSteps(int newSubSteps) {
        return new Qif(tau, dt, newSubSteps, scheme, curvature, rest, critical, firing, learned);
    }

    /**
     * This neuron, integrated differently.
     *
     * @param newScheme how the equation becomes a step: EULER or EXPONENTIAL_EULER
     * @return a copy
     */
    public Qif withScheme(Scheme newScheme) {
        return new Qif(tau, dt, subSteps, newScheme, curvature, rest, critical, firing, learned);
    }

    @Override
    public Qif withTimeScale(double factor) {
        return new Qif(tau, factor * dt, subSteps, scheme, curvature, rest, critical, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                Upstroke.tau(tau, dt, subSteps, scheme),
                new Constant("curvature", curvature, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("critical", critical, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String pull = "x + curvature * (v - rest) * (v - critical)";
        String text = Upstroke.text(scheme, "(curvature * (critical - rest))", pull, firing);
        return StepText.discrete(text, firing, "tau", "curvature", "rest", "critical", "threshold", "resetValue")
                .withDt(dt / subSteps);
    }
}
