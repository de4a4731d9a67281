package org.spike4j.neuron.kernel;

/**
 * Runs one tile, a range of consecutive elements of the slab, through all steps. Unchecked and stateless: {@link
 * SpikeKernels} has checked the arguments, and calls tiles on several threads at once.
 */
interface TileKernel {

    /** Whether this kernel can run a plan on this type of data. */
    boolean supports(KernelPlan plan, PassMemory memory, boolean doubles);

    /**
     * Forward pass of a tile.
     *
     * @return false if the membrane of the tile ended as not a number
     */
    boolean forward(KernelPlan plan, PassMemory memory, long start, int count);

    /** Backward pass of a tile; the sums of the wanted gradients per element go to the gradients' channels. */
    TileGradients backward(KernelPlan plan, PassMemory memory, long start, int count);
}
