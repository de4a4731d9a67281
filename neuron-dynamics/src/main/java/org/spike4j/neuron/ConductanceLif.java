package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.surrogate.ATan;

/**
 * LIF with conductances: positive inputs open excitatory channels, negative ones inhibitory channels, and each pulls the
 * membrane to its reversal potential. In mV, ms, nS and pF, or in any other consistent units.
 *
 * <pre>
 * e = excitation + max(0, x)
 * n = inhibition + max(0, -x)
 * excitation = d_exc e                          d = 1 - dt / tau, or exp(-dt / tau)
 * inhibition = d_inh n
 * dv/dt = (leak (rest - v) + excitation (reversalExcitation - v) + inhibition (reversalInhibition - v)) / C
 * h = v after dt of this equation, with the conductances as they are now
 * s = H(h - threshold)
 * v = reset of h
 * </pre>
 *
 * <p>In sub-steps of dt / subSteps, each of which takes a share x / subSteps of the input. By forward Euler this is Norse's
 * CobaLIF; by exponential Euler conductances decay exactly and the membrane is stable at any dt. Both are of order 1. Constants:
 * {@code capacitance}, {@code leak}, {@code rest}, {@code tauExcitation}, {@code tauInhibition}, {@code reversalExcitation}, {@code
 * reversalInhibition}, {@code threshold}, {@code resetValue}. States: v from rest, excitation and inhibition from 0.
 *
 * @param capacitance C in pF
 * @param leak leak conductance in nS
 * @param rest reversal potential of the leak in mV
 * @param tauExcitation time constant of the excitatory conductance in ms
 * @param tauInhibition time constant of the inhibitory conductance in ms
 * @param reversalExcitation in mV
 * @param reversalInhibition in mV
 * @param dt time step in ms
 * @param subSteps sub-steps of a step
 * @param scheme how the equations become a step: EULER or EXPONENTIAL_EULER
 * @param firing threshold in mV, reset in the same step, and surrogate
 * @param learned constants that are trained
 */
public record ConductanceLif(
        @JsonProperty("capacitance") double capacitance,
        @JsonProperty("leak") double leak,
        @JsonProperty("rest") double rest,
        @JsonProperty("tauExcitation") double tauExcitation,
        @JsonProperty("tauInhibition") double tauInhibition,
        @JsonProperty("reversalExcitation") double reversalExcitation,
        @JsonProperty("reversalInhibition") double reversalInhibition,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("scheme") Scheme scheme,
        @JsonProperty("firing") Firing firing,
        @JsonProperty("learned") List<Learned> learned)
        implements SpikingModel<ConductanceLif>, EquationModel, TimeScaling {
    private static final String[] CONSTANTS = {
        "capacitance",
        "leak",
        "rest",
        "tauExcitation",
        "tauInhibition",
        "reversalExcitation",
        "reversalInhibition",
        "threshold",
        "resetValue"
    };

    /** Checks the constants. */
    public ConductanceLif {
        Objects.requireNonNull(firing, "firing");
        Checks.milliseconds(dt, "dt");
        Checks.positive(capacitance, "capacitance");
        Checks.positive(leak, "leak");
        Checks.finite(rest, "rest");
        Checks.milliseconds(tauExcitation, "tauExcitation");
        Checks.milliseconds(tauInhibition, "tauInhibition");
        Checks.finite(reversalExcitation, "reversalExcitation");
        Checks.finite(reversalInhibition, "reversalInhibition");
        Checks.subSteps(subSteps);
        Checks.approximateScheme(scheme);
        ResetStatement.of(firing.reset());
        learned = Checks.learned(learned, CONSTANTS);
    }

    /**
     * A cell of the cortex: C 200 pF, leak 10 nS, rest and reset -65 mV, threshold -50 mV, excitation of 5 ms to 0 mV,
     * inhibition of 10 ms to -80 mV.
     *
     * @return the neuron, with steps of 1 ms by exponential Euler
     */
    public static ConductanceLif cortical() {
        Firing firing = new Firing(-50, FireCondition.AT_THRESHOLD, Reset.toValue(-65), ATan.ofAlpha(0.2));
        return new ConductanceLif(200, 10, -65, 5, 10, 0, -80, 1, 1, Scheme.EXPONENTIAL_EULER, firing, List.of());
    }

    @Override
    public ConductanceLif withFiring(Firing newFiring) {
        return new ConductanceLif(
                capacitance,
                leak,
                rest,
                tauExcitation,
                tauInhibition,
                reversalExcitation,
                reversalInhibition,
                dt,
                subSteps,
                scheme,
                newFiring,
                learned);
    }

    @Override
    public ConductanceLif withLearned(List<Learned> newLearned) {
        return new ConductanceLif(
                capacitance,
                leak,
                rest,
                tauExcitation,
                tauInhibition,
                reversalExcitation,
                reversalInhibition,
                dt,
                subSteps,
                scheme,
                firing,
                newLearned);
    }

    /**
     * This neuron with another number of sub-steps.
     *
     * @param newSubSteps sub-steps of a step
     * @return a copy
     */
    public ConductanceLif withSubSteps(int newSubSteps) {
        return new ConductanceLif(
                capacitance,
                leak,
                rest,
                tauExcitation,
                tauInhibition,
                reversalExcitation,
                reversalInhibition,
                dt,
                newSubSteps,
                scheme,
                firing,
                learned);
    }

    /**
     * This neuron, integrated differently.
     *
     * @param newScheme how the equations become a step: EULER or EXPONENTIAL_EULER
     * @return a copy
     */
    public ConductanceLif withScheme(Scheme newScheme) {
        return new ConductanceLif(
                capacitance,
                leak,
                rest,
                tauExcitation,
                tauInhibition,
                reversalExcitation,
                reversalInhibition,
                dt,
                subSteps,
                newScheme,
                firing,
                learned);
    }

    @Override
    public ConductanceLif withTimeScale(double factor) {
        return new ConductanceLif(
                capacitance,
                leak,
                rest,
                tauExcitation,
                tauInhibition,
                reversalExcitation,
                reversalInhibition,
                factor * dt,
                subSteps,
                scheme,
                firing,
                learned);
    }

    @Override
    public List<Constant> constants() {
        return List.of(
                new Constant("capacitance", capacitance, Domain.above(0)),
                new Constant("leak", leak, Domain.above(0)),
                new Constant("rest", rest, Domain.reals()),
                new Constant("tauExcitation", tauExcitation, Domain.above(0)),
                new Constant("tauInhibition", tauInhibition, Domain.above(0)),
                new Constant("reversalExcitation", reversalExcitation, Domain.reals()),
                new Constant("reversalInhibition", reversalInhibition, Domain.reals()),
                new Constant("threshold", firing.threshold(), Domain.reals()),
                new Constant("resetValue", firing.reset().value(), Domain.reals()));
    }

    @Override
    public StepText step() {
        String text = """
                state v = rest
                state excitation = 0
                state inhibition = 0
                share = x / %d
                excitation = (excitation + relu(share)) * (1 - %s)
                inhibition = (inhibition + relu(-share)) * (1 - %s)
                pull = excitation * (reversalExcitation - v) + inhibition * (reversalInhibition - v)
                dv/dt = (leak * (rest - v) + pull) / capacitance : %s
                """.formatted(
                                subSteps,
                                Relaxation.share(scheme, "tauExcitation"),
                                Relaxation.share(scheme, "tauInhibition"),
                                scheme.word())
                + SpikeStatement.of(firing);
        return StepText.discrete(text, firing, CONSTANTS).withDt(dt / subSteps);
    }
}
