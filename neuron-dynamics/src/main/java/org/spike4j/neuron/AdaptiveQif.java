package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Quadratic integrate-and-fire neuron with an adaptation current, by forward Euler; the current sees the new membrane:
 *
 * <pre>
 * h = v + dt / tau (x + curvature (v - rest) (v - critical) - w)
 * u = w + dt / tauAdaptation (coupling (h - rest) - w)
 * s = H(h - threshold)
 * v = (1 - s) h + s resetValue       or  h - s threshold  or  h
 * w = u + jump s
 * </pre>
 *
 * <p>This is SpikingJelly's IzhikevichNode, whose a0, a and b are curvature, coupling and jump. A detached reset takes the
 * gradient off the s that acts on h; the spike that brings the reset value, and the jump, keep it, as there. Constants: {@code
 * tau}, {@code tauAdaptation}, {@code curvature}, {@code rest}, {@code critical}, {@code coupling}, {@code jump}, {@code
 * adaptationRest}, {@code threshold}, {@code resetValue}. States: v from resetValue, w from adaptationRest.
 *
 * @param tau membrane time constant in the unit of dt
 * @param tauAdaptation time constant of the adaptation current in the unit of dt
 * @param dt time step
 * @param curvature of the parabola
 * @param rest membrane without input
 * @param critical voltage above which the membrane rises by itself, above rest
 * @param coupling of the adaptation current to the membrane
 * @param jump of the adaptation current at a spike
 * @param adaptationRest adaptation current before the first step
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record AdaptiveQif(
        @JsonProperty("tau") double tau,
        @JsonProperty("tauAdaptation") double tauAdaptation,
        @JsonProperty("dt") double dt,
        @JsonProperty("curvature") double curvature,
        @JsonProperty("rest") double rest,
        @JsonProperty("critical") double critical,
        @JsonProperty("coupling") double coupling,
        @JsonProperty("jump") double jump,
        @JsonProperty("adaptationRest") double adaptationRest,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<AdaptiveQif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public AdaptiveQif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
        Checks.eulerTime(tauAdaptation, dt, "tauAdaptation");
        Checks.positive(curvature, "curvature");
        Checks.finite(rest, "rest");
        Checks.above(rest, critical, "critical", "rest");
        Checks.finite(coupling, "coupling");
        Checks.finite(jump, "jump");
        Checks.finite(adaptationRest, "adaptationRest");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(
                learned,
                "tau",
                "tauAdaptation",
                "curvature",
                "rest",
                "critical",
                "coupling",
                "jump",
                "threshold",
                "resetValue");
    }

    /**
     * A neuron with steps of 1, curvature 1, rest -0.1, critical voltage 0.8, adaptation from 0 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in steps
     * @param tauAdaptation time constant of the adaptation current in steps
     * @param coupling of the adaptation current to the membrane
     * @param jump of the adaptation current at a spike
     * @return the neuron
     */
    public static AdaptiveQif withTausInSteps(double tau, double tauAdaptation, double coupling, double jump) {
        return new AdaptiveQif(tau, tauAdaptation, 1, 1, -0.1, 0.8, coupling, jump, 0, Firing.standard(), List.of());
    }

    @Override
    public AdaptiveQif withFiring(Firing newFiring) {
        return new AdaptiveQif(
                tau, tauAdaptation, dt, curvature, rest, critical, coupling, jump, adaptationRest, newFiring, learned);
    }

    @Override
    public AdaptiveQif withLearned(List<Learned> newLearned) {
        return new AdaptiveQif(
                tau, tauAdaptation, dt, curvature, rest, critical, coupling, jump, adaptationRest, firing, newLearned);
    }

    @Override
    public AdaptiveQif withTimeScale(double factor) {
        return new AdaptiveQif(
                tau,
                tauAdaptation,
                factor * dt,
                curvature,
                rest,
                critical,
                coupling,
                jump,
                adaptationRest,
                firing,
                learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("tauAdaptation", tauAdaptation, Domain.above(dt)),
                new Constant("curvature", curvature, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("critical", critical, Domain.reals()),
                new Constant("coupling", coupling, Domain.reals()),
                new Constant("jump", jump, Domain.reals()),
                new Constant("adaptationRest", adaptationRest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String d = firing.reset().detached() ? "detach(s)" : "s";
        String reset = switch (firing.reset().mode()) {
            case TO_VALUE -> "(1 - " + d + ") * h + s * resetValue";
            case SUBTRACT -> "h - " + d + " * threshold";
            case NONE -> "h";
        };
        String text = """
                state v = resetValue
                state w = adaptationRest
                h = v + dt / tau * (x + curvature * (v - rest) * (v - critical) - w)
                u = w + dt / tauAdaptation * (coupling * (h - rest) - w)
                s = spike(h, threshold)
                v = %s
                w = u + jump * s
                """.formatted(reset);
        return StepText.discrete(
                        text,
                        firing,
                        "tau",
                        "tauAdaptation",
                        "curvature",
                        "rest",
                        "critical",
                        "coupling",
                        "jump",
                        "adaptationRest",
                        "threshold",
                        "resetValue")
                .withDt(dt);
    }
}
