package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * LIF with a gain and a rectifier in front of its threshold, by forward Euler:
 *
 * <pre>
 * c = v + dt / tau (x - (v - rest))          input decayed
 * c = v - dt / tau (v - rest) + x            input not decayed
 * h = max(0, gain c)
 * s = H(h - threshold)
 * v = reset of h                             with scaleReset: of h / gain, by threshold / gain
 * </pre>
 *
 * <p>This is SpikingJelly's KLIFNode, whose k is the gain and is learned. Constants: {@code tau}, {@code gain}, {@code rest},
 * {@code threshold}, {@code resetValue}. State: v from resetValue.
 *
 * @param tau membrane time constant in the unit of dt
 * @param dt time step
 * @param decayInput whether the input is scaled by dt / tau
 * @param rest membrane without input
 * @param gain slope of the rectifier
 * @param scaleReset whether the reset acts on the membrane before its gain
 * @param firing threshold, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record Klif(
        @JsonProperty("tau") double tau,
        @JsonProperty("dt") double dt,
        @JsonProperty("decayInput") boolean decayInput,
        @JsonProperty("rest") double rest,
        @JsonProperty("gain") double gain,
        @JsonProperty("scaleReset") boolean scaleReset,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Klif>, EquationModel, TimeScaling {

    /** Checks the constants. */
    public Klif {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.eulerTime(tau, dt, "tau");
        Checks.finite(rest, "rest");
        Checks.positive(gain, "gain");
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, "tau", "gain", "rest", "threshold", "resetValue");
    }

    /**
     * A neuron with steps of 1, decayed input, rest 0, a learned gain of 1 and {@link Firing#standard()}.
     *
     * @param tau membrane time constant in steps
     * @return the neuron
     */
    public static Klif withTauInSteps(double tau) {
        return new Klif(tau, 1, true, 0, 1, false, Firing.standard(), List.of(Learned.shared("gain")));
    }

    /**
     * The same with another way of taking its input.
     *
     * @param newDecayInput whether the input is scaled by dt / tau
     * @return a copy
     */
    public Klif withDecayInput(boolean newDecayInput) {
        return new Klif(tau, dt, newDecayInput, rest, gain, scaleReset, firing, learned);
    }

    /**
     * The same with another reset.
     *
     * @param newScaleReset whether the reset acts on the membrane before its gain
     * @return a copy
     */
    public Klif withScaleReset(boolean newScaleReset) {
        return new Klif(tau, dt, decayInput, rest, gain, newScaleReset, firing, learned);
    }

    @Override
    public Klif withFiring(Firing newFiring) {
        return new Klif(tau, dt, decayInput, rest, gain, scaleReset, newFiring, learned);
    }

    @Override
    public Klif withLearned(List<Learned> newLearned) {
        return new Klif(tau, dt, decayInput, rest, gain, scaleReset, firing, newLearned);
    }

    /** Without scaleReset the gain multiplies what is left of the membrane in every step, so it is raised to the power. */
    @Override
    public Klif withTimeScale(double factor) {
        return new Klif(
                tau,
                factor * dt,
                decayInput,
                rest,
                scaleReset ? gain : Math.pow(gain, factor),
                scaleReset,
                firing,
                learned);
    }

    @Override
    public double[] atTimeScale(double[] constants, double factor) {
        double[] scaled = constants.clone();
        scaled[1] = scaleReset ? constants[1] : Math.pow(constants[1], factor);
        return scaled;
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("tau", tau, Domain.above(dt)),
                new Constant("gain", gain, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String charge = decayInput ? "v + dt / tau * (x - (v - rest))" : "v - dt / tau * (v - rest) + x";
        String reset = scaleReset
                ? ResetStatement.of(firing.reset(), "(h / gain)", "s", "threshold / gain")
                : ResetStatement.of(firing.reset(), "h", "s", "threshold");
        String text = """
                state v = resetValue
                c = %s
                h = relu(gain * c)
                s = spike(h, threshold)
                v = %s
                """.formatted(charge, reset);
        return StepText.discrete(text, firing, "tau", "gain", "rest", "threshold", "resetValue")
                .withDt(dt);
    }
}
