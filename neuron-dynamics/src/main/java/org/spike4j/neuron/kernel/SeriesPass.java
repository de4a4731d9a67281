package org.spike4j.neuron.kernel;

/**
 * One unit's way back.
 *
 * @param state carried before the first step; may be modified
 * @param input x of each step; not modified
 * @param outputGradient dL / d y of each step; not modified
 * @param inputGradient receives dL / d x of each step
 * @param trace scratch, state count * steps values
 */
public record SeriesPass(
        double[] state, double[] input, double[] outputGradient, double[] inputGradient, double[] trace) {

    /**
     * The steps of the pass.
     *
     * @return T
     */
    public int steps() {
        return input.length;
    }
}
