package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.spike4j.neuron.kernel.RowProduct.StepRow;

/**
 * Runs neurons that feed their output back to each other over a whole sequence, forward or backward:
 *
 * <pre>
 * I_t = x_t + y_{t-1} R
 * y_t = step of the neuron on I_t, see {@link AffineDynamics}
 * </pre>
 *
 * <p>and backwards, with g_t the gradient on y_t from behind and d_t the one on I_t,
 *
 * <pre>
 * d_t    = adjoint of the step on g_t + d_{t+1} R^T
 * dL/dx  = d_t
 * dL/dR  = sum over t of y_{t-1}^T d_t,  see {@link RecurrentWeightGradient}
 * </pre>
 *
 * <p>Samples do not see each other, so a tile is a few samples with all of their neurons, walks through all steps by itself,
 * and no thread waits for another one between steps. Products with y and d skip zeros where these are many, see {@link
 * EventSwitch}. Neither the results nor their rounding depend on the number of threads. This class checks the arguments.
 */
public final class RecurrentKernels {
    private RecurrentKernels() {}

    /**
     * Refuses neurons that cannot be recurrent.
     *
     * @param dynamics the step
     * @throws IllegalArgumentException if the neurons inhibit each other
     */
    public static void requireRecurrent(Dynamics dynamics) {
        if (dynamics.inhibited()) {
            throw new IllegalArgumentException(
                    "neurons with lateral inhibition cannot be recurrent, since who wins is"
                            + " decided behind the last step; use the neuron without Inhibited, and negative recurrent weights");
        }
    }

    /**
     * Forward pass.
     *
     * @param dynamics the step
     * @param coefficients its coefficients
     * @param shape how the tensors are a sequence; inner must be 1, and a static input is seen in every step
     * @param arrays input, weights, output and what else is wanted
     * @param choice which kernel
     * @throws IllegalArgumentException if the neurons cannot be recurrent, a tensor does not fit the shape, or the membrane
     *     becomes NaN
     */
    public static void forward(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            RecurrentForward arrays,
            KernelChoice choice) {
        SequenceShape walked = walked(dynamics, shape);
        ArrayChecks checks = new ArrayChecks(dynamics.stateCount(), coefficients, shape, arrays.input());
        checks.weights(arrays.weights());
        checks.sequence(arrays.current(), "current");
        checks.sequence(arrays.output(), "output");
        checks.state(arrays.initialState(), "initialState");
        checks.state(arrays.finalState(), "finalState");
        new ArrayChecks(1, coefficients, shape, arrays.input()).state(arrays.initialOutput(), "initialOutput");
        PassMemory memory = PassMemory.of(
                ForwardArrays.of(arrays.current(), arrays.output())
                        .withState(arrays.initialState(), arrays.finalState()),
                dynamics,
                walked);
        boolean inPlace = arrays.input() == arrays.current();
        Slabs input = inPlace ? memory.input() : Slabs.of(arrays.input(), shape.inputSteps(), shape.slab());
        Slabs before = Slabs.of(arrays.initialOutput(), 1, shape.slab());
        boolean doubles = memory.input().doubles();
        NeuronTiles neurons = Kernels.tiles(dynamics, coefficients, walked, Set.of(), choice, doubles);
        RowProducts products = RowProducts.of(arrays.weights(), false, Kernels.usesVectors(choice, doubles));
        AtomicBoolean number = new AtomicBoolean(true);
        try {
            RecurrentTiles.forEach(walked, (index, start, count) -> {
                RowProduct product = products.forTile(start, count);
                StepCoupling coupling = t -> product.add(
                        t == 0 ? StepRow.of(before, 0) : StepRow.of(memory.output(), t - 1),
                        StepRow.of(input, shape.staticInput() ? 0 : t),
                        StepRow.of(memory.input(), t));
                if (!neurons.forward(memory, coupling, start, count)) {
                    number.set(false);
                }
            });
        } finally {
            Reference.reachabilityFence(arrays);
        }
        TileWalk.requireNumbers(number.get());
    }

    /**
     * Backward pass.
     *
     * @param dynamics the step of the forward pass
     * @param coefficients its coefficients
     * @param shape of the forward pass
     * @param arrays current, weights and gradients
     * @param wanted coefficients whose gradients are wanted
     * @param choice which kernel
     * @return the wanted gradients
     * @throws IllegalArgumentException if the neurons cannot be recurrent, or a tensor does not fit the shape
     */
    public static CoefficientGradients backward(
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            RecurrentBackward arrays,
            Set<? extends StepCoefficient> wanted,
            KernelChoice choice) {
        SequenceShape walked = walked(dynamics, shape);
        ArrayChecks checks = new ArrayChecks(dynamics.stateCount(), coefficients, walked, arrays.current());
        checks.weights(arrays.weights());
        checks.sequence(arrays.outputGradient(), "outputGradient");
        checks.sequence(arrays.currentGradient(), "currentGradient");
        checks.state(arrays.initialState(), "initialState");
        // a step's whole gradient is put where its result will be, so it needs no memory of its own
        PassMemory memory = PassMemory.of(
                BackwardArrays.of(arrays.current(), arrays.currentGradient(), arrays.currentGradient())
                        .withState(arrays.initialState(), null),
                dynamics,
                walked);
        Slabs outputGradient = Slabs.of(arrays.outputGradient(), walked.steps(), walked.slab());
        boolean doubles = memory.input().doubles();
        NeuronTiles neurons = Kernels.tiles(dynamics, coefficients, walked, wanted, choice, doubles);
        RowProducts products = RowProducts.of(arrays.weights(), true, Kernels.usesVectors(choice, doubles));
        int last = walked.steps() - 1;
        TileGradients[] parts = new TileGradients[RecurrentTiles.count(walked)];
        try {
            RecurrentTiles.forEach(walked, (index, start, count) -> {
                RowProduct product = products.forTile(start, count);
                StepCoupling coupling = t -> product.add(
                        t == last ? null : StepRow.of(memory.inputGradient(), t + 1),
                        StepRow.of(outputGradient, t),
                        StepRow.of(memory.inputGradient(), t));
                parts[index] = neurons.backward(memory, coupling, start, count);
            });
        } finally {
            Reference.reachabilityFence(arrays);
        }
        CoefficientGradients gradients = new CoefficientGradients(wanted, walked.channels());
        Arrays.stream(parts).forEach(part -> part.addTo(gradients));
        return gradients;
    }

    private static SequenceShape walked(Dynamics dynamics, SequenceShape shape) {
        requireRecurrent(dynamics);
        if (shape.inner() != 1) {
            throw new IllegalArgumentException(
                    "recurrent neurons need sequences [T, N, F], with inner = 1, but inner was " + shape.inner());
        }
        return shape.withMovingInput();
    }
}
