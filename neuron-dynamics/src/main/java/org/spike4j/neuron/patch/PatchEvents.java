package org.spike4j.neuron.patch;

/** The inputs of patches that are not 0. */
interface PatchEvents {

    /** Whether all values are 1, and need not be read. */
    boolean areOnes();

    /**
     * Lists the events of one patch.
     *
     * @param image which image
     * @param y row of the output
     * @param x column of the output
     * @param index receives the inputs' places in the patch, in ascending order; at least as long as the patch
     * @param value receives their values, unless all are 1
     * @return how many
     */
    int list(int image, int y, int x, int[] index, float[] value);
}
