package org.spike4j.neuron;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.spike4j.neuron.equation.DeclaredConstant;
import org.spike4j.neuron.equation.EquationException;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.equation.StepText;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * A neuron of your own, given by its equations:
 *
 * <pre>
 * EquationNeuron neuron = EquationNeuron.of("""
 *         input i : pA
 *         constant tau = 20 ms in (1 ms, 200 ms) learned per channel
 *         constant v_rest = -65 mV
 *         constant r = 0.1 GOhm
 *         state v = v_rest
 *         dv/dt = (v_rest - v + r * i) / tau
 *         spike when v &gt;= -50 mV
 *         on spike: v = v_rest
 *         """);
 * </pre>
 *
 * <p>{@link StepText} has the language. The input is {@code i}, without a unit, unless the text declares one. Values are kept
 * in mV, ms, nS, pA, pF, GOhm and kHz. The text is differentiated and compiled; the neuron works in every layer, trains
 * with the surrogate's gradient, and is saved as its text.
 *
 * @param equations the text
 * @param dt time step in seconds
 * @param subSteps steps of integration in a time step, with the input held; their spikes add up
 * @param scheme of equations that name none
 * @param condition whether the text says {@code spike when v >= threshold} or {@code v > threshold}
 * @param surrogate derivative of the spike, in the unit of the membrane
 */
public record EquationNeuron(
        @JsonProperty("equations") String equations,
        @JsonProperty("dt") double dt,
        @JsonProperty("subSteps") int subSteps,
        @JsonProperty("scheme") Scheme scheme,
        @JsonProperty("condition") FireCondition condition,
        @JsonProperty("surrogate") Surrogate surrogate)
        implements EquationModel, TimeScaling {
    private static final double MS = 1e3;

    /**
     * Compiles the text.
     *
     * @throws EquationException if the text is no neuron; it says line, column and reason
     */
    public EquationNeuron {
        Objects.requireNonNull(equations, "equations");
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(condition, "condition");
        Checks.time(dt, "dt");
        if (subSteps < 1) {
            throw new IllegalArgumentException("subSteps must be >= 1, was " + subSteps);
        }
        if (condition != FireCondition.NEVER) {
            Objects.requireNonNull(surrogate, "surrogate");
        }
        Programs.of(text(equations, dt, subSteps, scheme, condition, surrogate));
    }

    /**
     * A neuron with steps of 1 ms, forward Euler, which fires at its threshold, with ATan surrogate of alpha 2.
     *
     * @param equations the text
     * @return the neuron
     * @throws EquationException if the text is no neuron
     */
    public static EquationNeuron of(String equations) {
        return new EquationNeuron(equations, 1e-3, 1, Scheme.EULER, FireCondition.AT_THRESHOLD, ATan.ofAlpha(2));
    }

    /**
     * This neuron with another time step.
     *
     * @param newDt seconds
     * @return a copy
     */
    public EquationNeuron withDt(double newDt) {
        return new EquationNeuron(equations, newDt, subSteps, scheme, condition, surrogate);
    }

    /**
     * This neuron, integrated in smaller steps.
     *
     * @param newSubSteps steps of integration in a time step
     * @return a copy
     */
    public EquationNeuron withSubSteps(int newSubSteps) {
        return new EquationNeuron(equations, dt, newSubSteps, scheme, condition, surrogate);
    }

    /**
     * This neuron with another scheme for the equations that name none.
     *
     * @param newScheme how they are integrated
     * @return a copy
     */
    public EquationNeuron withScheme(Scheme newScheme) {
        return new EquationNeuron(equations, dt, subSteps, newScheme, condition, surrogate);
    }

    /**
     * This neuron with another condition, which its text must say too.
     *
     * @param newCondition at the threshold, above it, or never
     * @return a copy
     */
    public EquationNeuron withCondition(FireCondition newCondition) {
        return new EquationNeuron(equations, dt, subSteps, scheme, newCondition, surrogate);
    }

    /**
     * This neuron with another surrogate.
     *
     * @param newSurrogate derivative of the spike
     * @return a copy
     */
    public EquationNeuron withSurrogate(Surrogate newSurrogate) {
        return new EquationNeuron(equations, dt, subSteps, scheme, condition, newSurrogate);
    }

    /** This neuron with another time step; its equations and its constants stay. */
    @Override
    public EquationNeuron withTimeScale(double factor) {
        return withDt(factor * dt);
    }

    @Override
    public List<Constant> constants() {
        return declared().stream().map(DeclaredConstant::constant).toList();
    }

    @Override
    public List<Learned> learned() {
        List<Learned> learned = new ArrayList<>();
        for (DeclaredConstant one : declared()) {
            if (one.learned() != null) {
                learned.add(new Learned(one.constant().name(), one.learned()));
            }
        }
        return learned;
    }

    @Override
    public StepText step() {
        return text(equations, dt, subSteps, scheme, condition, surrogate);
    }

    private List<DeclaredConstant> declared() {
        return Programs.of(step()).declared();
    }

    private static StepText text(
            String equations, double dt, int subSteps, Scheme scheme, FireCondition condition, Surrogate surrogate) {
        return new StepText(equations, List.of(), "i", dt * MS / subSteps, true, scheme, condition, surrogate);
    }
}
