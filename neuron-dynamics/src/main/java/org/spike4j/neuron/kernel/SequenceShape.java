package org.spike4j.neuron.kernel;

/**
 * How a tensor in memory is a sequence: time-major slabs, one a step, each with all neurons of the mini-batch.
 *
 * <p>The channel of element i of a slab is (i / inner) % channels. So [T*N, F] in c order has channels F and inner 1, [T*N,
 * C, H, W] in c order channels C and inner H*W, and [N, F, T] in f order channels F and inner N.
 *
 * @param steps T, number of time steps
 * @param slab neurons of the mini-batch, the elements of one step
 * @param channels number of channels or features
 * @param inner consecutive elements of one channel
 * @param staticInput whether the input is a single slab that is the same in every step
 */
public record SequenceShape(int steps, long slab, int channels, long inner, boolean staticInput) {

    /** Checks that the channels fit the slab. */
    public SequenceShape {
        if (steps < 1 || slab < 1 || channels < 1 || inner < 1) {
            throw new IllegalArgumentException("steps, slab, channels and inner must be >= 1, were " + steps + ", "
                    + slab + ", " + channels + ", " + inner);
        }
        if (slab % (channels * inner) != 0) {
            throw new IllegalArgumentException("slab of " + slab + " elements must be a multiple of channels * inner = "
                    + channels + " * " + inner);
        }
    }

    /**
     * A sequence whose input changes with time.
     *
     * @param steps time steps
     * @param slab elements of one step
     * @param channels channels or features
     * @param inner consecutive elements of one channel
     * @return the shape
     */
    public static SequenceShape of(int steps, long slab, int channels, long inner) {
        return new SequenceShape(steps, slab, channels, inner, false);
    }

    /**
     * This shape with an input of one slab, seen in every step.
     *
     * @return a copy
     */
    public SequenceShape withStaticInput() {
        return new SequenceShape(steps, slab, channels, inner, true);
    }

    /**
     * This shape with a channel for every neuron of a channel.
     *
     * @return a copy with inner 1
     */
    public SequenceShape byNeuron() {
        return new SequenceShape(steps, slab, Math.toIntExact(channels * inner), 1, staticInput);
    }

    /**
     * This shape with an input that has all steps.
     *
     * @return a copy
     */
    public SequenceShape withMovingInput() {
        return new SequenceShape(steps, slab, channels, inner, false);
    }

    int inputSteps() {
        return staticInput ? 1 : steps;
    }

    int channelOf(long element) {
        return (int) (element / inner % channels);
    }
}
