package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.Tap;

/**
 * Runs a neuron over a whole sequence, forward or backward, in one pass over memory.
 *
 * <p>The slab is cut into tiles that stay in the cache; each tile walks through all steps, and the backward pass first
 * recomputes the membrane of its tile instead of reading a stored one. Tiles are shared between the threads of {@link
 * KernelThreads}; neither the results nor their rounding depend on the number of threads. This class checks the arguments;
 * the kernels behind it trust them. Float tensors run on the Vector API if the JVM was started with {@code --add-modules
 * jdk.incubator.vector}, else in plain Java.
 */
public final class SpikeKernels {
    private static final int TRACE_ELEMENTS = 1 << 20;
    private static final int LARGEST_TILE = 1 << 13;
    private static final int MIXED_TILE = 1 << 10;
    private static final int SMALLEST_TILE = 64;
    private static final int LEAST_TILES = 8;

    private SpikeKernels() {}

    /**
     * Whether float tensors run on vectors in this JVM.
     *
     * @return false if the Vector API is not there or is switched off
     */
    public static boolean usesVectors() {
        return Kernels.hasVectorKernel();
    }

    /**
     * Forward pass.
     *
     * @param dynamics the step
     * @param coefficients its coefficients
     * @param shape how the tensors are a sequence
     * @param arrays input, output and what else is wanted
     * @throws IllegalArgumentException if a tensor does not fit the shape, or the membrane becomes NaN
     */
    public static void forward(
            Dynamics dynamics, Coefficients coefficients, SequenceShape shape, ForwardArrays arrays) {
        forward(dynamics, coefficients, shape, arrays, KernelChoice.AUTOMATIC);
    }

    /**
     * Forward pass on a chosen kernel.
     *
     * @param dynamics the step
     * @param coefficients its coefficients
     * @param shape how the tensors are a sequence
     * @param given input, output and what else is wanted
     * @param choice which kernel
     * @throws IllegalArgumentException if a tensor does not fit the shape, or the membrane becomes NaN
     */
    public static void forward(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            ForwardArrays given,
            KernelChoice choice) {
        if (dynamics.inhibited() && dynamics instanceof ProgramDynamics program) {
            Inhibition.forward(program, coefficients, shape, given, choice);
            return;
        }
        ForwardArrays arrays = dynamics.inhibited() ? Inhibition.withMembrane(given) : given;
        ArrayChecks checks = new ArrayChecks(dynamics.stateCount(), coefficients, shape, arrays.input());
        if (arrays.output().dataType() == DataType.INT64) {
            requireSpikes(dynamics, arrays.input().dataType());
            checks.packed(arrays.output(), "output");
        } else {
            checks.sequence(arrays.output(), "output");
        }
        checks.sequence(arrays.membrane(), "membrane");
        checks.sequence(arrays.carried(), "carried");
        checks.state(arrays.initialState(), "initialState");
        checks.state(arrays.finalState(), "finalState");
        boolean doubles = arrays.input().dataType() == DataType.DOUBLE;
        NeuronTiles neurons = Kernels.tiles(dynamics, coefficients, shape, Set.of(), choice, doubles);
        PassMemory memory = PassMemory.of(arrays, dynamics, shape);
        int tile = forwardTile(shape, coefficients);
        AtomicBoolean number = new AtomicBoolean(true);
        try {
            KernelThreads.forEach(tiles(shape, tile), index -> {
                long start = (long) index * tile;
                int count = (int) Math.min(tile, shape.slab() - start);
                if (!neurons.forward(memory, StepCoupling.NONE, start, count)) {
                    number.set(false);
                }
            });
        } finally {
            Reference.reachabilityFence(arrays);
        }
        TileWalk.requireNumbers(number.get());
        if (dynamics.inhibited()) {
            Inhibition.maskInPlace(arrays.output(), arrays.membrane(), coefficients, shape);
        }
    }

    /**
     * Backward pass.
     *
     * @param dynamics the step of the forward pass
     * @param coefficients its coefficients
     * @param shape how the tensors are a sequence
     * @param arrays input and gradients
     * @param wanted coefficients whose gradients are wanted
     * @return the wanted gradients
     * @throws IllegalArgumentException if a tensor does not fit the shape
     */
    public static CoefficientGradients backward(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            BackwardArrays arrays,
            Set<? extends StepCoefficient> wanted) {
        return backward(dynamics, coefficients, shape, arrays, wanted, KernelChoice.AUTOMATIC);
    }

    /**
     * Backward pass on a chosen kernel.
     *
     * @param dynamics the step of the forward pass
     * @param coefficients its coefficients
     * @param shape how the tensors are a sequence
     * @param given input and gradients
     * @param wanted coefficients whose gradients are wanted
     * @param choice which kernel
     * @return the wanted gradients
     * @throws IllegalArgumentException if a tensor does not fit the shape
     */
    public static CoefficientGradients backward(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            BackwardArrays given,
            Set<? extends StepCoefficient> wanted,
            KernelChoice choice) {
        ArrayChecks checks = new ArrayChecks(dynamics.stateCount(), coefficients, shape, given.input());
        checks.sequence(given.outputGradient(), "outputGradient");
        BackwardArrays arrays =
                dynamics.inhibited() ? Inhibition.masked(given, dynamics, coefficients, shape, choice) : given;
        checks.sequence(arrays.membraneGradient(), "membraneGradient");
        checks.sequence(arrays.carriedGradient(), "carriedGradient");
        checks.input(arrays.inputGradient(), "inputGradient");
        checks.state(arrays.initialState(), "initialState");
        checks.state(arrays.initialStateGradient(), "initialStateGradient");
        boolean doubles = arrays.input().dataType() == DataType.DOUBLE;
        NeuronTiles neurons = Kernels.tiles(dynamics, coefficients, shape, wanted, choice, doubles);
        PassMemory memory = PassMemory.of(arrays, dynamics, shape);
        int tile = backwardTile(shape, coefficients, dynamics);
        TileGradients[] parts = new TileGradients[tiles(shape, tile)];
        try {
            KernelThreads.forEach(parts.length, index -> {
                long start = (long) index * tile;
                int count = (int) Math.min(tile, shape.slab() - start);
                parts[index] = neurons.backward(memory, StepCoupling.NONE, start, count);
            });
        } finally {
            Reference.reachabilityFence(arrays);
        }
        CoefficientGradients gradients = new CoefficientGradients(wanted, shape.channels());
        for (TileGradients part : parts) {
            part.addTo(gradients);
        }
        return gradients;
    }

    /**
     * Elements of a tile. Long rows stream well, as memory is fetched ahead only within a page; but where coefficients differ
     * within a tile they must fit the cache with it, and there must be tiles of about one size for all threads. Depends on
     * the work alone, never on the number of threads.
     */
    private static int forwardTile(SequenceShape shape, Coefficients coefficients) {
        long longest = coefficients.isUniform() ? LARGEST_TILE : Math.min(LARGEST_TILE, shape.inner());
        return evenTile(shape.slab(), Math.max(MIXED_TILE, longest));
    }

    /**
     * As in the forward pass, but the states of a tile over all steps must stay in the cache. That is the last level's: the
     * longer rows gain more than the second level would.
     */
    private static int backwardTile(SequenceShape shape, Coefficients coefficients, Dynamics dynamics) {
        long kept = (long) shape.steps() * dynamics.traceRows();
        long fitting = Math.max(SMALLEST_TILE, TRACE_ELEMENTS / kept);
        return evenTile(shape.slab(), Math.min(forwardTile(shape, coefficients), fitting));
    }

    /** The largest tile up to a limit that cuts the slab into a multiple of {@link #LEAST_TILES}, or the least tile. */
    private static int evenTile(long slab, long longest) {
        long tiles = (slab + longest - 1) / longest;
        long even = (tiles + LEAST_TILES - 1) / LEAST_TILES * LEAST_TILES;
        long tile = (slab + even - 1) / even;
        long whole = (tile + SMALLEST_TILE - 1) / SMALLEST_TILE * SMALLEST_TILE;
        return (int) Math.max(Math.min(MIXED_TILE, longest / SMALLEST_TILE * SMALLEST_TILE), whole);
    }

    private static int tiles(SequenceShape shape, int tile) {
        return Math.toIntExact((shape.slab() + tile - 1) / tile);
    }

    private static void requireSpikes(Dynamics dynamics, DataType type) {
        if (dynamics.tap() != Tap.SPIKE || dynamics.inhibited()) {
            throw new IllegalArgumentException("only spikes without inhibition can be packed in an INT64 output, was "
                    + dynamics.tap() + (dynamics.inhibited() ? " with inhibition" : "")
                    + "; give an output of " + type);
        }
    }
}
