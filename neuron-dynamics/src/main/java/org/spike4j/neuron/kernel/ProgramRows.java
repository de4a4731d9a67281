package org.spike4j.neuron.kernel;

/**
 * One step of a row of neurons whose program is compiled or interpreted. Unchecked and stateless.
 *
 * <p>Rows are padded to whole vectors. States lie one behind the other, at a distance of {@code stride}. A coefficient is
 * indexed by k &amp; mask: 0 where one value serves the whole row, which is then repeated over a vector.
 *
 * @param <A> float[] or double[]
 */
interface ProgramRows<A> {

    /**
     * The step forwards.
     *
     * @param count elements, whole vectors
     * @param x input
     * @param from states before the step, from {@code fromAt} on
     * @param to receives the states behind the step, from {@code toAt} on; may be where they come from
     * @param y receives the output
     * @param h receives the membrane
     */
    void forward(
            int count,
            A x,
            A from,
            int fromAt,
            A to,
            int toAt,
            int stride,
            A[] coefficients,
            int[] masks,
            A normal,
            A y,
            A h);

    /**
     * The step backwards.
     *
     * @param gy dL / d output
     * @param gh dL / d membrane
     * @param states dL / d states behind the step, and afterwards before it
     * @param dx receives dL / d input
     * @param sums of wanted coefficients, in their order; added to
     */
    void backward(
            int count,
            A x,
            A from,
            int fromAt,
            int stride,
            A[] coefficients,
            int[] masks,
            A normal,
            A gy,
            A gh,
            A states,
            A dx,
            A[] sums);
}
