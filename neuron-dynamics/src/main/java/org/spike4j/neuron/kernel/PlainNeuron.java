package org.spike4j.neuron.kernel;

import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.ResetMode;

/**
 * The constants of the commonest neuron, see {@link KernelPlan#plain}, brought into a form in which all its resets and fire
 * conditions are the same few instructions forward:
 *
 * <pre>
 * fired = h &gt;= fireAt                     h &gt; theta is h &gt;= the next float above theta
 * v = fired ? reset : h                    reset = resetValue, or h - subtracted, which is 0 where nothing resets
 * </pre>
 *
 * <p>A threshold of 0 becomes -0, so that h - fireAt has its sign bit set exactly where the neuron does not fire.
 *
 * @param decay a
 * @param threshold theta
 * @param fireAt the least membrane that fires
 * @param subtracted what a spike takes off the membrane
 * @param resetValue what a spike sets the membrane to
 * @param resetsToValue which of the two
 * @param attached whether the gradient follows the spike into the reset
 * @param pull what a spike pulls the membrane to or by, for the gradient of an attached reset: the reset value, or -theta
 * @param amplitude size of a spike
 */
record PlainNeuron(
        float decay,
        float threshold,
        float fireAt,
        float subtracted,
        float resetValue,
        boolean resetsToValue,
        boolean attached,
        float pull,
        float amplitude) {

    static PlainNeuron of(AffineDynamics dynamics, Coefficients coefficients) {
        float threshold = (float) coefficients.get(Coefficient.THRESHOLD, 0);
        float resetValue = (float) coefficients.get(Coefficient.RESET_VALUE, 0);
        float above = dynamics.fire() == FireCondition.AT_THRESHOLD ? threshold : Math.nextUp(threshold);
        float fireAt = above == 0 ? -0f : above;
        ResetMode mode = dynamics.reset().mode();
        boolean toValue = mode == ResetMode.TO_VALUE;
        return new PlainNeuron(
                (float) coefficients.get(Coefficient.DECAY, 0),
                threshold,
                fireAt,
                mode == ResetMode.SUBTRACT ? threshold : 0,
                resetValue,
                toValue,
                mode != ResetMode.NONE && !dynamics.reset().detached(),
                toValue ? resetValue : -threshold,
                (float) coefficients.get(Coefficient.AMPLITUDE, 0));
    }
}
