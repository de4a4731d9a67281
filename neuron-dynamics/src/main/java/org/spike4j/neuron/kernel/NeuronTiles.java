package org.spike4j.neuron.kernel;

/** A neuron's pass over the tiles of a sequence: step, coefficients and kernel are chosen. Called by several threads at once. */
interface NeuronTiles {

    /** Forward pass of a tile, see {@link TileKernel#forward}. */
    boolean forward(PassMemory memory, StepCoupling coupling, long start, int count);

    /** Backward pass of a tile, see {@link TileKernel#backward}. */
    TileGradients backward(PassMemory memory, StepCoupling coupling, long start, int count);

    /** Neurons that keep their state from step to step. */
    NeuronStepper stepper(int count);

    /** The affine step on the kernel that suits the memory of a pass. */
    static NeuronTiles of(KernelPlan plan, KernelChoice choice, boolean doubles) {
        return new NeuronTiles() {
            @Override
            public boolean forward(PassMemory memory, StepCoupling coupling, long start, int count) {
                return Kernels.choose(choice, plan, memory, doubles).forward(plan, memory, coupling, start, count);
            }

            @Override
            public TileGradients backward(PassMemory memory, StepCoupling coupling, long start, int count) {
                return Kernels.choose(choice, plan, memory, doubles).backward(plan, memory, coupling, start, count);
            }

            @Override
            public NeuronStepper stepper(int count) {
                return Kernels.choose(choice, plan, PassMemory.NONE, doubles).stepper(plan, count);
            }
        };
    }
}
