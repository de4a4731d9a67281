package org.spike4j.neuron.kernel;

/**
 * A number that enters the step of a neuron and may differ between channels. Those of a step have the indices from 0 on; 0 is
 * always the gain of the input, and 1 what is added to it in every step.
 */
public interface StepCoefficient {

    /**
     * Place among the coefficients of the step.
     *
     * @return 0 or more
     */
    int index();

    /**
     * The value that leaves the step as it is, where there is one.
     *
     * @return the value before a model sets another
     */
    double neutral();
}
