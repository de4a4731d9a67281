package org.spike4j.neuron;

/** The number of steps for which a neuron is refractory, at a step of another length. */
final class RefractorySteps {
    private RefractorySteps() {}

    /**
     * The nearest number of new steps; a fraction of an old step counts as a whole one, as it does in a neuron.
     *
     * @param steps old steps
     * @param factor new step / old step
     */
    static int scaled(double steps, double factor) {
        return Math.toIntExact(Math.round(Math.ceil(steps) / factor));
    }
}
