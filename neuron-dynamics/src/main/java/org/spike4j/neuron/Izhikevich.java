package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.surrogate.ATan;

/**
 * Izhikevich's simple model (2003, "Simple Model of Spiking Neurons", IEEE Trans. Neural Networks 14:1569), by forward Euler in
 * sub-steps of dt / subSteps. Membrane v in mV, time in ms; the input x is a current in the model's units.
 *
 * <pre>
 * h = v + dt (curvature v^2 + slope v + offset - u + x)
 * g = u + dt a (b v - u)
 * s = H(h - threshold)
 * v = reset of h, to c
 * u = g + s d
 * </pre>
 *
 * <p>The published constants are curvature 0.04, slope 5, offset 140 and threshold 30 mV, and c is the reset value. With dt 0.25
 * ms, that is tau_inv dt, this is Norse's Izhikevich. A detached reset also detaches the jump of u. Constants: {@code a}, {@code
 * b}, {@code d}, {@code curvature}, {@code slope}, {@code offset}, {@code threshold}, {@code resetValue}. States: v from start, u
 * from b start.
 *
 * @param a rate of the recovery u, in 1 / ms
 * @param b how much the recovery follows the membrane
 * @param d what a spike adds to the recovery
 * @param curvature factor of v^2
 * @param slope factor of v
 * @param offset constant part of dv/dt
 * @param start membrane before the first step, in mV
 * @param dt time step in ms
 * @param subSteps sub-steps of a step
 * @param firing threshold in mV, reset to c in the same step, and surrogate
 * @param learned constants that are trained
 */
public record Izhikevich(
        @JsonProperty("a") double a,
        @JsonProperty("b") double b,
        @JsonProperty("d") double d,
        @JsonProperty("curvature") double curvature,
        @JsonProperty("slope") double slope,
        @JsonProperty("offset") double offset,
        @JsonProperty("start") double start,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Izhikevich>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {
        "a", "b", "d", "curvature", "slope", "offset", "start", "threshold", "resetValue"
    };

    /** Checks the constants. */
    public Izhikevich {
        Objects.requireNonNull(firing, "firing");
        Checks.milliseconds(dt, "dt");
        Checks.finite(a, "a");
        Checks.finite(b, "b");
        Checks.finite(d, "d");
        Checks.finite(curvature, "curvature");
        Checks.finite(slope, "slope");
        Checks.finite(offset, "offset");
        Checks.finite(start, "start");
        Checks.subSteps(subSteps);
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * RS, excitatory cells of the cortex: fires with growing intervals.
     *
     * @return the neuron, with steps of 1 ms in 2 sub-steps
     */
    public static Izhikevich regularSpiking() {
        return published(0.02, 0.2, -65, 8);
    }

    /**
     * IB: a burst, then single spikes.
     *
     * @return the neuron, with steps of 1 ms in 2 sub-steps
     */
    public static Izhikevich intrinsicallyBursting() {
        return published(0.02, 0.2, -55, 4);
    }

    /**
     * CH: bursts of closely spaced spikes.
     *
     * @return the neuron, with steps of 1 ms in 2 sub-steps
     */
    public static Izhikevich chattering() {
        return published(0.02, 0.2, -50, 2);
    }

    /**
     * FS, inhibitory cells: fires fast without adaptation.
     *
     * @return the neuron, with steps of 1 ms in 2 sub-steps
     */
    public static Izhikevich fastSpiking() {
        return published(0.1, 0.2, -65, 2);
    }

    /**
     * LTS, inhibitory cells: fires fast, with adaptation.
     *
     * @return the neuron, with steps of 1 ms in 2 sub-steps
     */
    public static Izhikevich lowThresholdSpiking() {
        return published(0.02, 0.25, -65, 2);
    }

    /**
     * TC: tonic at rest, a rebound burst after inhibition.
     *
     * @return the neuron, with steps of 1 ms in 2 sub-steps
     */
    public static Izhikevich thalamoCortical() {
        return published(0.02, 0.25, -65, 0.05);
    }

    /**
     * RZ: subthreshold oscillations, which answer inputs of a certain frequency.
     *
     * @return the neuron, with steps of 1 ms in 2 sub-steps
     */
    public static Izhikevich resonator() {
        return published(0.1, 0.26, -65, 2);
    }

    private static Izhikevich published(double a, double b, double c, double d) {
        Firing firing = new Firing(30, FireCondition.AT_THRESHOLD, Reset.toValue(c), ATan.ofAlpha(0.2));
        return new Izhikevich(a, b, d, 0.04, 5, 140, -65, 1, 2, firing, List.of());
    }

    @Override
    public Izhikevich withFiring(Firing newFiring) {
        return new Izhikevich(a, b, d, curvature, slope, offset, start, dt, subSteps, newFiring, learned);
    }

    @Override
    public Izhikevich withLearned(List<Learned> newLearned) {
        return new Izhikevich(a, b, d, curvature, slope, offset, start, dt, subSteps, firing, newLearned);
    }

    /**
     * This neuron with another number of sub-steps.
     *
     * @param newSubSteps sub-steps of a step
     * @return a copy
     */
    public Izhikevich withSubSteps(int newSubSteps) {
        return new Izhikevich(a, b, d, curvature, slope, offset, start, dt, newSubSteps, firing, learned);
    }

    @Override
    public Izhikevich withTimeScale(double factor) {
        return new Izhikevich(a, b, d, curvature, slope, offset, start, factor * dt, subSteps, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("a", a, Domain.reals()),
                new Constant("b", b, Domain.reals()),
                new Constant("d", d, Domain.reals()),
                new Constant("curvature", curvature, Domain.reals()),
                new Constant("slope", slope, Domain.reals()),
                new Constant("offset", offset, Domain.reals()),
                new Constant("start", start, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.reals()),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text =
                """
                state v = start
                state u = b * start
                h = v + dt * (curvature * v * v + slope * v + offset - u + x)
                g = u + dt * (a * (b * v - u))
                s = spike(h, threshold)
                """ + ResetStatement.of(firing.reset()) + "\nu = g + " + ResetStatement.spike(firing.reset()) + " * d";
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt / subSteps);
    }
}
