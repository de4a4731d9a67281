package org.spike4j.neuron.kernel;

import java.lang.ref.Reference;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Tap;

/**
 * Lateral inhibition around a pass: the kernels run the neurons as if they were alone, and what they put out, or take as
 * gradient of it, is masked. At one place of a sample and one step, the mask is 1 for the channel with the largest h -
 * theta, the first of equals, and 0 for the others; it is a constant for the gradient.
 *
 * <p>The affine step has a constant theta, so its membrane says who wins. A program's threshold may be anything; a pass of
 * its own puts out the distance h - theta, after the last sub-step.
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
        if (dynamics instanceof ProgramDynamics program) {
            INDArray distance =
                    distances(program, coefficients, shape, arrays.input(), arrays.initialState(), gradient, choice);
            maskInPlace(gradient, distance, noThreshold(shape.channels()), shape);
        } else {
            INDArray spikes = gradient.ulike();
            INDArray membrane = gradient.ulike();
            ForwardArrays again = ForwardArrays.of(arrays.input(), spikes)
                    .withState(arrays.initialState(), null)
                    .withTraces(membrane, null);
            SpikeKernels.forward(dynamics, coefficients, shape, again, choice);
            maskInPlace(gradient, membrane, coefficients, shape);
        }
        return new BackwardArrays(
                arrays.input(),
                arrays.initialState(),
                gradient,
                arrays.membraneGradient(),
                arrays.carriedGradient(),
                arrays.inputGradient(),
                arrays.initialStateGradient());
    }

    /** The forward pass of a program. */
    static void forward(
            ProgramDynamics program,
            Coefficients coefficients,
            SequenceShape shape,
            ForwardArrays arrays,
            KernelChoice choice) {
        // first, since the last state may be written where the initial one is
        INDArray distance =
                distances(program, coefficients, shape, arrays.input(), arrays.initialState(), arrays.output(), choice);
        SpikeKernels.forward(program.alone(), coefficients, shape, arrays, choice);
        maskInPlace(arrays.output(), distance, noThreshold(shape.channels()), shape);
    }

    /** h - theta of every neuron and step, in an array like another one. */
    private static INDArray distances(
            ProgramDynamics program,
            Coefficients coefficients,
            SequenceShape shape,
            INDArray input,
            INDArray initialState,
            INDArray like,
            KernelChoice choice) {
        INDArray distance = like.ulike();
        ForwardArrays arrays = ForwardArrays.of(input, distance).withState(initialState, null);
        SpikeKernels.forward(measured(program), coefficients, shape, arrays, choice);
        return distance;
    }

    /** The step that puts out the distance by which neurons of a program are compared. */
    static ProgramDynamics measured(ProgramDynamics program) {
        return program.alone().withOutput(Tap.DISTANCE, Activation.IDENTITY);
    }

    /** Coefficients for a mask by distances, from which the threshold is already taken. */
    static Coefficients noThreshold(int channels) {
        Coefficients coefficients = new Coefficients(channels);
        coefficients.set(Coefficient.THRESHOLD, 0);
        return coefficients;
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
