package org.spike4j.neuron.kernel;

/**
 * A coefficient of a program, which a model always sets.
 *
 * @param index place among the coefficients, behind gain and drive of the input
 */
record ProgramCoefficient(int index) implements StepCoefficient {
    @Override
    public double neutral() {
        return 0;
    }
}
