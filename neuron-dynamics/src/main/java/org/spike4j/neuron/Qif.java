package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * Quadratic integrate-and-fire neuron, by forward Euler:
 *
 * <pre>
 * h = v + dt / tau (x + curvature (v - rest) (v - critical))
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>Without input the membrane falls back to rest below the critical voltage, and rises by itself to the threshold above it.
 * This is SpikingJelly's QIFNode, whose a0 is the curvature. Constants: {@code tau}, {@code curvature}, {@code rest}, {@code
 * critical}, {@code threshold}, {@code resetValue}. State: v from resetValue.
 *
 * @param tau membrane time constant in the unit of dt
 * @param dt time step
 * @param curvature of the parabola
 * @param rest membrane without input
 * @param critical voltage above which the membrane rises by itself, above rest
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record Qif(
        @JsonProperty("tau") double tau,
        @JsonProperty("dt") double dt,
        @JsonProperty("curvature") double curvature,
        @JsonProperty("rest") double rest,
        @JsonProperty("critical") double critical,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Qif>, EquationModel {

    /** Checks the constants. */
    public Qif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
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
        return new Qif(tau, 1, 1, 0, 0.8, firing, List.of());
    }

    @Override
    public Qif withFiring(Firing newFiring) {
        return new Qif(tau, dt, curvature, rest, critical, newFiring, learned);
    }

    @Override
    public Qif withLearned(List<Learned> newLearned) {
        return new Qif(tau, dt, curvature, rest, critical, firing, newLearned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("curvature", curvature, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("critical", critical, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = resetValue
                h = v + dt / tau * (x + curvature * (v - rest) * (v - critical))
                s = spike(h, threshold)
                """ + ResetStatement.of(firing.reset());
        return StepText.discrete(text, firing, "tau", "curvature", "rest", "critical", "threshold", "resetValue")
                .withDt(dt);
    }
}
