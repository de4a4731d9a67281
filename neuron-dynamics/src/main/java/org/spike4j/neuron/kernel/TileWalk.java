package org.spike4j.neuron.kernel;

import java.util.Set;

/**
 * Runs a neuron over one small tile of floats at a time, all steps, on the calling thread: what {@link SpikeKernels} does with
 * a whole sequence, for blocks that make a tile's input while it is in the cache. Made once a pass, then used by any number
 * of threads at once; a call allocates next to nothing and starts no thread.
 *
 * <p>A tile is [T, positions, channels], channels fastest: element k of a row has channel k % channels, and every row begins
 * with channel 0. Unchecked: memory must be large enough, and the coefficients be those of as many channels. The state starts
 * at the model's own; inhibited neurons, whose competitors may lie outside of the tile, are refused.
 */
public final class TileWalk {
    private final NeuronTiles neurons;
    private final Set<? extends StepCoefficient> wanted;
    private final int channels;

    private TileWalk(NeuronTiles neurons, Set<? extends StepCoefficient> wanted, int channels) {
        this.neurons = neurons;
        this.wanted = wanted;
        this.channels = channels;
    }

    /**
     * Prepares the walk.
     *
     * @param dynamics the step
     * @param coefficients its coefficients, for the channels of the tiles
     * @param steps T
     * @param wanted coefficients whose gradients the backward pass sums
     * @param choice which kernel
     * @return the walk
     * @throws IllegalArgumentException if the neurons are inhibited
     */
    public static TileWalk of(
            Dynamics dynamics,
            Coefficients coefficients,
            int steps,
            Set<? extends StepCoefficient> wanted,
            KernelChoice choice) {
        if (dynamics.inhibited()) {
            throw new IllegalArgumentException(
                    "a tile must hold all that compete, which inhibited neurons do not grant;"
                            + " run them through SpikeKernels");
        }
        int channels = coefficients.channels();
        SequenceShape position = SequenceShape.of(steps, channels, channels, 1);
        NeuronTiles neurons = Kernels.tiles(dynamics, coefficients, position, wanted, choice, false);
        return new TileWalk(neurons, wanted, channels);
    }

    /**
     * Forward pass of a tile.
     *
     * @param input x, a row of floats a step; not modified
     * @param output receives y: floats, which may be the input's memory, or the spikes as bits, whole words of each row
     * @param count elements of a row, positions * channels
     * @return false if a membrane ended as not a number
     */
    public boolean forward(TileRows input, TileRows output, int count) {
        PassMemory memory =
                new PassMemory(input.slabs, null, output.slabs, null, null, null, null, null, null, null, null);
        return neurons.forward(memory, StepCoupling.NONE, 0, count);
    }

    /**
     * Fails if a membrane of a pass was not a number.
     *
     * @param number whether all tiles' membranes were numbers
     * @throws IllegalArgumentException if not
     */
    public static void requireNumbers(boolean number) {
        if (!number) {
            throw new IllegalArgumentException("the membrane became NaN: the input, the state or a coefficient of the"
                    + " neurons is NaN; check the data for NaN, and the learning rate if it appeared in training");
        }
    }

    /**
     * Zero gradients to add to, of the coefficients that are wanted. Add tiles, or sums of several tiles, in a fixed order
     * if the sums must not depend on the threads.
     *
     * @return zeros
     */
    public CoefficientGradients zeroGradients() {
        return new CoefficientGradients(wanted, channels);
    }

    /**
     * Backward pass of a tile.
     *
     * @param input x of the forward pass; not modified
     * @param outputGradient dL/dy
     * @param inputGradient receives dL/dx; may be the same memory as the output gradient; null if not wanted
     * @param count elements of a row
     * @param gradients what the tile adds to the wanted coefficients' gradients is added here
     */
    public void backward(
            TileRows input,
            TileRows outputGradient,
            TileRows inputGradient,
            int count,
            CoefficientGradients gradients) {
        PassMemory memory = new PassMemory(
                input.slabs,
                null,
                null,
                null,
                null,
                null,
                outputGradient.slabs,
                null,
                null,
                TileRows.slabs(inputGradient),
                null);
        neurons.backward(memory, StepCoupling.NONE, 0, count).addTo(gradients);
    }
}
