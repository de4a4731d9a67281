package org.spike4j.neuron.kernel;

/**
 * A row of neurons that keeps its state from step to step, in memory of its own. Unchecked; a call allocates nothing once it
 * is compiled.
 */
interface NeuronStepper {

    /** One step of all neurons; the output may be the input. */
    void step(float[] input, float[] output);

    /** Back to the state before the first step. */
    void reset();

    /** Copies the state variables out, one row after the other. */
    void save(float[] target, int at);

    /** Copies the state variables in. */
    void restore(float[] source, int at);
}
