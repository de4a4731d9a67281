package org.spike4j.neuron.kernel;

/** What happens in a tile between its steps, for neurons whose input depends on the step before. */
interface StepCoupling {
    /** Steps that have nothing to do with each other but the state. */
    StepCoupling NONE = step -> {};

    /**
     * Makes what a step reads: its row of the input in a forward pass, of the output gradient in a backward pass.
     *
     * @param step about to be taken, forwards or backwards in time
     */
    void beforeStep(int step);
}
