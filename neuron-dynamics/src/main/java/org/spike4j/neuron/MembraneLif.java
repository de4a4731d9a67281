package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.surrogate.ATan;

/**
 * LIF of a membrane in mV, ms, pA, nS and pF, with an absolute refractory period.
 *
 * <pre>
 * C dv/dt = leak (rest - v) + x
 * h = v after dt of this equation
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>For refractoryTime after a spike v stays where it is and does not spike again. With an input that is held during a step, the
 * schemes EXPONENTIAL_EULER and EXACT are both exact; EULER is of order 1. In sub-steps of dt / subSteps. Constants: {@code
 * capacitance}, {@code leak}, {@code rest}, {@code threshold}, {@code resetValue}. States: v from rest, and with a refractory period
 * the time that is left of it, from 0.
 *
 * @param capacitance C in pF
 * @param leak leak conductance in nS
 * @param rest reversal potential of the leak in mV
 * @param refractoryTime absolute refractory period in ms; 0 for none
 * @param dt time step in ms
 * @param subSteps sub-steps of a step
 * @param scheme how the equation becomes a step
 * @param firing threshold in mV, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record MembraneLif(
        @JsonProperty("capacitance") double capacitance,
        @JsonProperty("leak") double leak,
        @JsonProperty("rest") double rest,
        @JsonProperty("refractoryTime") double refractoryTime,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("scheme") Scheme scheme,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<MembraneLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {"capacitance", "leak", "rest", "threshold", "resetValue"};

    /** Checks the constants. */
    public MembraneLif {
        Objects.requireNonNull(firing, "firing");
        Checks.milliseconds(dt, "dt");
        Checks.positive(capacitance, "capacitance");
        Checks.positive(leak, "leak");
        Checks.finite(rest, "rest");
        Checks.notNegative(refractoryTime, "refractoryTime");
        Checks.subSteps(subSteps);
        Objects.requireNonNull(scheme, "scheme");
        SpikeStatement.of(firing);
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * A cell of the cortex: C 200 pF, leak 10 nS, rest and reset -65 mV, threshold -50 mV, 2 ms refractory.
     *
     * @return the neuron, with steps of 1 ms by the exact scheme
     */
    public static MembraneLif cortical() {
        Firing firing = new Firing(-50, FireCondition.AT_THRESHOLD, Reset.toValue(-65), ATan.ofAlpha(0.2));
        return new MembraneLif(200, 10, -65, 2, 1, 1, Scheme.EXACT, firing, List.of());
    }

    @Override
    public MembraneLif withFiring(Firing newFiring) {
        return new MembraneLif(capacitance, leak, rest, refractoryTime, dt, subSteps, scheme, newFiring, learned);
    }

    @Override
    public MembraneLif withLearned(List<Learned> newLearned) {
        return new MembraneLif(capacitance, leak, rest, refractoryTime, dt, subSteps, scheme, firing, newLearned);
    }

    /**
     * This neuron with another number of sub-steps.
     *
     * @param newSubSteps sub-steps of a step
     * @return a copy
     */
    public MembraneLif withSubSteps(int newSubSteps) {
        return new MembraneLif(capacitance, leak, rest, refractoryTime, dt, newSubSteps, scheme, firing, learned);
    }

    /**
     * This neuron, integrated differently.
     *
     * @param newScheme how the equation becomes a step
     * @return a copy
     */
    public MembraneLif withScheme(Scheme newScheme) {
        return new MembraneLif(capacitance, leak, rest, refractoryTime, dt, subSteps, newScheme, firing, learned);
    }

    @Override
    public MembraneLif withTimeScale(double factor) {
        return new MembraneLif(capacitance, leak, rest, refractoryTime, factor * dt, subSteps, scheme, firing, learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("capacitance", capacitance, Domain.above(0)),
                new Constant("leak", leak, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.reals()),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = "state v = rest\n"
                + (refractoryTime == 0 ? "" : "refractory " + refractoryTime + " holding v\n")
                + "dv/dt = (rest - v + x / leak) / (capacitance / leak) : " + scheme.word() + "\n"
                + SpikeStatement.of(firing);
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt / subSteps);
    }
}
