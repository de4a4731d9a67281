package org.spike4j.neuron.kernel;

/**
 * What happens to the values of one unit over time, whatever other units do: a delay or a filter. Unchecked: arrays have the
 * lengths said here.
 */
public interface SeriesMap {

    /**
     * Values that a unit carries from step to step.
     *
     * @return at least 1
     */
    int stateCount();

    /**
     * Constants of a channel.
     *
     * @return at least 0
     */
    int constantCount();

    /**
     * Forward over some steps.
     *
     * @param constants of the channel; not modified
     * @param state carried before the first step; receives the one after the last
     * @param input x, one value a step; not modified
     * @param output receives y, one value a step
     */
    void forward(double[] constants, double[] state, double[] input, double[] output);

    /**
     * Backward over the same steps.
     *
     * @param constants of the channel; not modified
     * @param pass the forward pass and its gradients
     * @param constantGradient dL / d constant is added to it
     */
    void backward(double[] constants, SeriesPass pass, double[] constantGradient);
}
