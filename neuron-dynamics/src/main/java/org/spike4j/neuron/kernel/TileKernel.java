package org.spike4j.neuron.kernel;

/**
 * Runs one tile, a range of consecutive elements of the slab, through all steps. Unchecked and stateless: {@link
 * SpikeKernels} has checked the arguments, and calls tiles on several threads at once.
 */
interface TileKernel {

    /** Whether this kernel can run a plan on this type of data. */
    boolean supports(KernelPlan plan, PassMemory memory, boolean doubles);

    /**
     * Forward pass of a tile. A row of the input is read after the coupling was called for it.
     *
     * @return false if the membrane of the tile ended as not a number
     */
    boolean forward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count);

    /**
     * Backward pass of a tile; the sums of the wanted gradients per element go to the gradients' channels. A row of the output
     * gradient is read after the coupling was called for it, and that is after the rows of the input gradient of all later
     * steps are written. The two may be the same memory.
     */
    TileGradients backward(KernelPlan plan, PassMemory memory, StepCoupling coupling, long start, int count);

    /** What packs and unpacks spikes on the same kind of machine. */
    default BitKernel bits() {
        return new BitKernel();
    }

    /** Neurons that keep their state from step to step; the plan is of one step and all the neurons. */
    NeuronStepper stepper(KernelPlan plan, int count);
}
