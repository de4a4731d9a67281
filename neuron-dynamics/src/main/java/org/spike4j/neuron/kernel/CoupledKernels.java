package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Runs neurons that feed their output back in a way that the caller computes, forward or backward over a whole sequence:
 *
 * <pre>
 * I_t = what the caller makes of x_t and y_{t-1}
 * y_t = step of the neuron on I_t
 * </pre>
 *
 * <p>Samples do not see each other. A tile is as many whole samples as keep their states over all steps in the last-level
 * cache, at least one; tiles run one after the other on the calling thread, so what the caller computes between the steps,
 * such as a convolution, may use all threads. This class checks the arguments.
 */
public final class CoupledKernels {
    private static final int TRACE_ELEMENTS = 1 << 21;

    private CoupledKernels() {}

    /** Makes what a step of some samples reads. */
    public interface Coupling {

        /**
         * Called before every step of every tile: makes the samples' rows of the input in a forward pass, of the output
         * gradient in a backward pass. Rows of the steps that were taken before are there.
         *
         * @param step about to be taken, forwards or backwards in time
         * @param first index of the first sample
         * @param samples how many
         */
        void beforeStep(int step, long first, long samples);
    }

    /**
     * Forward pass.
     *
     * @param dynamics the step
     * @param coefficients its coefficients
     * @param shape how the tensors are a sequence; its input moves
     * @param arrays the input, which the coupling makes step by step, output and what else is wanted
     * @param coupling called before every step
     * @throws IllegalArgumentException if the neurons cannot be recurrent, a tensor does not fit the shape, or the membrane
     *     becomes NaN
     */
    public static void forward(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            ForwardArrays arrays,
            Coupling coupling) {
        RecurrentKernels.requireRecurrent(dynamics);
        ArrayChecks checks = checks(dynamics, coefficients, shape, arrays.input());
        checks.sequence(arrays.output(), "output");
        checks.state(arrays.initialState(), "initialState");
        checks.state(arrays.finalState(), "finalState");
        PassMemory memory = PassMemory.of(arrays, dynamics, shape);
        NeuronTiles neurons = Kernels.tiles(
                dynamics,
                coefficients,
                shape,
                Set.of(),
                KernelChoice.AUTOMATIC,
                memory.input().doubles());
        boolean number = true;
        try {
            Tiles tiles = Tiles.of(dynamics, shape);
            for (long first = 0; first < tiles.samples; first += tiles.most) {
                number &= neurons.forward(
                        memory, tiles.coupling(coupling, first), tiles.start(first), tiles.elements(first));
            }
        } finally {
            Reference.reachabilityFence(arrays);
        }
        TileWalk.requireNumbers(number);
    }

    /**
     * Backward pass.
     *
     * @param dynamics the step of the forward pass
     * @param coefficients its coefficients
     * @param shape of the forward pass
     * @param arrays input of the forward pass, as the coupling made it; the output gradient, which the coupling makes step by
     *     step; and the input gradient, which may be the same array
     * @param wanted coefficients whose gradients are wanted
     * @param coupling called before every step
     * @return the wanted gradients
     * @throws IllegalArgumentException if the neurons cannot be recurrent, or a tensor does not fit the shape
     */
    public static CoefficientGradients backward(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            BackwardArrays arrays,
            Set<? extends StepCoefficient> wanted,
            Coupling coupling) {
        RecurrentKernels.requireRecurrent(dynamics);
        ArrayChecks checks = checks(dynamics, coefficients, shape, arrays.input());
        checks.sequence(arrays.outputGradient(), "outputGradient");
        checks.input(arrays.inputGradient(), "inputGradient");
        checks.state(arrays.initialState(), "initialState");
        PassMemory memory = PassMemory.of(arrays, dynamics, shape);
        NeuronTiles neurons = Kernels.tiles(
                dynamics,
                coefficients,
                shape,
                wanted,
                KernelChoice.AUTOMATIC,
                memory.input().doubles());
        CoefficientGradients gradients = new CoefficientGradients(wanted, shape.channels());
        try {
            Tiles tiles = Tiles.of(dynamics, shape);
            for (long first = 0; first < tiles.samples; first += tiles.most) {
                neurons.backward(memory, tiles.coupling(coupling, first), tiles.start(first), tiles.elements(first))
                        .addTo(gradients);
            }
        } finally {
            Reference.reachabilityFence(arrays);
        }
        return gradients;
    }

    private static ArrayChecks checks(
            Dynamics dynamics, Coefficients coefficients, SequenceShape shape, INDArray input) {
        if (shape.staticInput()) {
            throw new IllegalArgumentException(
                    "what neurons that feed back take moves, so their sequence must not have a static input; use"
                            + " withMovingInput()");
        }
        return new ArrayChecks(dynamics.stateCount(), coefficients, shape, input);
    }

    /** How samples are cut into tiles: of so many elements each, at most so many at a time. */
    private record Tiles(long samples, long size, long most) {

        static Tiles of(Dynamics dynamics, SequenceShape shape) {
            long size = shape.channels() * shape.inner();
            long fitting = TRACE_ELEMENTS / ((long) shape.steps() * dynamics.traceRows()) / size;
            return new Tiles(shape.slab() / size, size, Math.max(1, fitting));
        }

        private long count(long first) {
            return Math.min(most, samples - first);
        }

        long start(long first) {
            return first * size;
        }

        int elements(long first) {
            return Math.toIntExact(count(first) * size);
        }

        StepCoupling coupling(Coupling coupling, long first) {
            long count = count(first);
            return step -> coupling.beforeStep(step, first, count);
        }
    }
}
