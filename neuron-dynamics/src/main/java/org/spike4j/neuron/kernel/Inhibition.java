package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lateral inhibition around a pass: the kernels run the neurons as if they were alone, and what they put out, or take as
 * gradient of it, is masked. At one place of a sample and one step, the mask is 1 for the channel with the largest h -
 * theta, the first of equals, and 0 for the others; it is a constant for the gradient.
 */
final class Inhibition {
    private Inhibition() {}

    /** The tensors of a forward pass, with room for the membrane, which decides who wins. */
    static ForwardArrays withMembrane(ForwardArrays arrays) {
        return arrays.membrane() != null
                ? arrays
                : arrays.withTraces(arrays.output().ulike(), arrays.carried());
    }

    /** The tensors of a backward pass, with a masked copy of the output gradient; runs the forward pass once more. */
    static BackwardArrays masked(
            BackwardArrays arrays,
            Dynamics dynamics,
            Coefficients coefficients,
            SequenceShape shape,
            KernelChoice choice) {
        if (arrays.outputGradient() == null) {
            return arrays;
        }
        INDArray gradient = arrays.outputGradient().dup(arrays.outputGradient().ordering());
        INDArray spikes = gradient.ulike();
        INDArray membrane = gradient.ulike();
        ForwardArrays again = ForwardArrays.of(arrays.input(), spikes)
                .withState(arrays.initialState(), null)
                .withTraces(membrane, null);
        SpikeKernels.forward(dynamics, coefficients, shape, again, choice);
        maskInPlace(gradient, membrane, coefficients, shape);
        return new BackwardArrays(
                arrays.input(),
                arrays.initialState(),
                gradient,
                arrays.membraneGradient(),
                arrays.carriedGradient(),
                arrays.inputGradient(),
                arrays.initialStateGradient());
    }

    /** Sets every element to 0 whose neuron did not win. */
    static void maskInPlace(INDArray values, INDArray membrane, Coefficients coefficients, SequenceShape shape) {
        Slabs to = Slabs.of(values, shape.steps(), shape.slab());
        Slabs from = Slabs.of(membrane, shape.steps(), shape.slab());
        int slab = Math.toIntExact(shape.slab());
        try {
            KernelThreads.forEach(shape.steps(), step -> {
                double[] row = new double[slab];
                double[] h = new double[slab];
                to.load(step, 0, slab, row, 0);
                from.load(step, 0, slab, h, 0);
                maskRow(row, h, coefficients, shape);
                to.store(step, 0, slab, row, 0);
            });
        } finally {
            Reference.reachabilityFence(values);
            Reference.reachabilityFence(membrane);
        }
    }

    /** Masks one step of all samples. */
    static void maskRow(double[] row, double[] h, Coefficients coefficients, SequenceShape shape) {
        int inner = (int) shape.inner();
        int sample = shape.channels() * inner;
        for (int first = 0; first < row.length; first += sample) {
            for (int place = first; place < first + inner; place++) {
                int winner = winner(h, place, coefficients, shape);
                for (int channel = 0; channel < shape.channels(); channel++) {
                    if (channel != winner) {
                        row[place + channel * inner] = 0;
                    }
                }
            }
        }
    }

    private static int winner(double[] h, int place, Coefficients coefficients, SequenceShape shape) {
        int winner = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int channel = 0; channel < shape.channels(); channel++) {
            double theta = coefficients.get(Coefficient.THRESHOLD, channel);
            double distance = h[place + channel * (int) shape.inner()] - theta;
            if (distance > largest) {
                largest = distance;
                winner = channel;
            }
        }
        return winner;
    }
}
