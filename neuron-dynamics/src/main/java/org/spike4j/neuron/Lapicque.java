package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.StepText;

/**
 * LIF as a circuit of a resistor and a capacitor, by forward Euler: snnTorch's Lapicque.
 *
 * <pre>
 * f = (1 - dt / (R C)) v + dt / C x
 * </pre>
 *
 * <p>In steps t, with f from above and q = H(v - threshold) of the membrane before the step:
 *
 * <pre>
 * h = f - q threshold            reset in the next step, by subtraction
 * h = (1 - q) f + q resetValue   to a value, which also drops the input of this step
 * h = f                          none
 * s = H(h - threshold)
 * v = h
 * </pre>
 *
 * <p>q has no gradient. With a reset in the step of the spike, h = f and v = reset of h. Constants: {@code resistance}, {@code
 * capacitance}, {@code threshold}, {@code resetValue}. States: v from 0.
 *
 * @param resistance R; R C is a time, in the unit of dt
 * @param capacitance C
 * @param dt time step in seconds
 * @param firing threshold, reset and surrogate
 * @param learned constants that are trained
 */
public record Lapicque(
        @JsonProperty("resistance") double resistance,
        @JsonProperty("capacitance") double capacitance,
        @JsonProperty("dt") double dt,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<Lapicque>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"resistance", "capacitance", "threshold", "resetValue"};

    /** Checks the constants. */
    public Lapicque {
        Objects.requireNonNull(firing, "firing");
        Checks.time(dt, "dt");
        Checks.positive(resistance, "resistance");
        Checks.positive(capacitance, "capacitance");
        Checks.eulerTime(resistance * capacitance, dt, "resistance * capacitance");
        FiringStatements.of(firing);
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * snnTorch's defaults: threshold 1, fires above it, subtraction in the next step without gradient, ATan with alpha 2.
     *
     * @param resistance R
     * @param capacitance C
     * @param dt time step in the unit of R C
     * @return the neuron
     */
    public static Lapicque ofCircuit(double resistance, double capacitance, double dt) {
        return new Lapicque(resistance, capacitance, dt, FiringStatements.snnTorch(), List.of());
    }

    @Override
    public Lapicque withFiring(Firing newFiring) {
        return new Lapicque(resistance, capacitance, dt, newFiring, learned);
    }

    @Override
    public Lapicque withLearned(List<Learned> newLearned) {
        return new Lapicque(resistance, capacitance, dt, firing, newLearned);
    }

    @Override
    public Lapicque withTimeScale(double factor) {
        return new Lapicque(resistance, capacitance, factor * dt, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("resistance", resistance, Domain.above(0)),
                new Constant("capacitance", capacitance, Domain.above(0)),
                new Constant("threshold", firing.threshold(), Domain.above(0)),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = 0
                f = (1 - dt / (resistance * capacitance)) * v + dt / capacitance * x
                """ + FiringStatements.of(firing);
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt);
    }
}
