package org.spike4j.neuron.patch;

/**
 * One way to multiply the patches of some images with weights [patch, outputs], and to gather the gradient of the weights.
 * Works on a span of outputs and on one block of their channels, see {@link PatchWeights}: element (row * columns + column) *
 * width + channel of a packed array. Unchecked; several threads may use one object once its weights are set, each with a
 * scratch of its own.
 */
interface PatchProduct {

    /** Takes the weights of the passes to come. */
    void prepare(PatchWeights weights);

    /**
     * Currents of a span.
     *
     * @param span which outputs
     * @param block of channels
     * @param current receives rows * columns * width floats
     * @param at index of the first
     * @param scratch of the calling thread
     */
    void currents(PatchSpan span, int block, float[] current, int at, PatchScratch scratch);

    /** Rows of the matrix of sums that {@link #addGradient} adds to. */
    int sumRows();

    /**
     * Adds what the gradient on the currents of a span gives to the gradient of the weights.
     *
     * @param span which outputs
     * @param block of channels
     * @param gradient rows * columns * width floats; not modified
     * @param at index of the first
     * @param sums is added to
     * @param scratch of the calling thread
     */
    void addGradient(PatchSpan span, int block, float[] gradient, int at, PatchWeights sums, PatchScratch scratch);

    /** Makes the gradient [patch, outputs] of the sums. */
    PatchWeights gradient(PatchWeights sums);
}
