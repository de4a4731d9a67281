package org.spike4j.neuron.equation;

import java.util.List;
import java.util.Objects;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * A neuron's text and what it leaves open. Statements end with a line break or a semicolon and are executed in their order;
 * {@code #} starts a comment.
 *
 * <pre>
 * input i : pA                        the name of the input, if not the one given here
 * constant tau = 20 ms                a constant, with "in (1 ms, 100 ms)", "learned", "per channel", "per neuron" behind
 * state v = v_rest                    a state variable and its value before the first step
 * refractory 2 ms holding v           no spike so long after one, and these states stay where they are
 * g = g_max * m^3                     an abbreviation; or, for a state, its new value
 * dv/dt = (v_rest - v + r * i) / tau  a differential equation, with ": euler", ": exponential" or ": exact" behind
 * spike when v &gt;= v_threshold         the threshold
 * on spike: v = v_reset; w += b       what a spike does; "on spike detached:" without gradient
 * output v                            what is put out, if not the spike
 * </pre>
 *
 * <p>All equations of a step start from the states of the step before; what follows them sees the new ones. {@code spike(v,
 * v_threshold)} in an expression is the same as {@code spike when}, {@code count(v, unit, largest)} a number of spikes, {@code
 * heaviside(a)} 1 for a &gt; 0 and else 0, with the derivative of a spike, {@code detach(a)} a constant for the gradient, {@code xi}
 * white noise: in an equation with variance 1 / dt, else a standard normal number; both are the same draw of a neuron in a step.
 * Layers draw noise in training and leave it out in inference.
 *
 * @param text the statements
 * @param given names of constants without unit that the text may use besides its own
 * @param input name of the input, without unit, unless the text declares one
 * @param dt length of a step in the unit of the text's times
 * @param units whether times have a unit, so that dt is in ms
 * @param scheme of equations that do not name one
 * @param condition whether a spike needs more than the threshold
 * @param surrogate derivative of the spike; null for neurons that do not fire
 */
public record StepText(
        String text,
        List<String> given,
        String input,
        double dt,
        boolean units,
        Scheme scheme,
        FireCondition condition,
        Surrogate surrogate) {

    /** Checks that nothing is missing. */
    public StepText {
        Objects.requireNonNull(text, "text");
        given = List.copyOf(given);
        Objects.requireNonNull(input, "input");
        Objects.requireNonNull(scheme, "scheme");
        Objects.requireNonNull(condition, "condition");
        if (!(dt > 0) || Double.isInfinite(dt)) {
            throw new IllegalArgumentException("dt must be a positive time, was " + dt);
        }
    }

    /**
     * Statements of a model without units that counts time in steps; its input is {@code x}.
     *
     * @param text the statements
     * @param firing condition and surrogate of its spike
     * @param given names of the model's constants
     * @return the text
     */
    public static StepText discrete(String text, Firing firing, String... given) {
        return new StepText(text, List.of(given), "x", 1, false, Scheme.EULER, firing.condition(), firing.surrogate());
    }

    /**
     * This text with another step.
     *
     * @param newDt length of a step in the unit of the text's times
     * @return a copy
     */
    public StepText withDt(double newDt) {
        return new StepText(text, given, input, newDt, units, scheme, condition, surrogate);
    }

    /**
     * Statements of a model without units that never fires and counts time in steps; its input is {@code x}.
     *
     * @param text the statements
     * @param given names of the model's constants
     * @return the text
     */
    public static StepText integrating(String text, String... given) {
        return new StepText(text, List.of(given), "x", 1, false, Scheme.EULER, FireCondition.NEVER, null);
    }
}
