package org.spike4j.layers.streaming;

/** How the last output of neurons comes back as currents. */
interface Feedback {

    /**
     * The currents that an output causes a step later.
     *
     * @param output y of the last step; not modified
     * @param currents receives what comes back
     */
    void currents(float[] output, float[] currents);

    /** Each neuron to itself alone. */
    static Feedback oneToOne(float[] weights) {
        return (output, currents) -> {
            for (int k = 0; k < weights.length; k++) {
                currents[k] = output[k] * weights[k];
            }
        };
    }
}
