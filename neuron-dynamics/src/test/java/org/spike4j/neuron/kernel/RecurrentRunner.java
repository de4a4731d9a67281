package org.spike4j.neuron.kernel;

import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Runs passes of recurrent neurons on plain arrays.
 *
 * @param dynamics the step
 * @param coefficients its coefficients
 * @param shape the sequence
 * @param weights recurrent weights, [from][to] one after the other; or one a unit, to itself
 * @param type type of the tensors
 * @param choice which kernel
 */
record RecurrentRunner(
        Dynamics dynamics,
        Coefficients coefficients,
        SequenceShape shape,
        double[] weights,
        DataType type,
        KernelChoice choice) {

    /** What a forward pass gave. */
    record Forward(double[] current, double[] output, double[] finalState) {}

    /** What a backward pass gave. */
    record Backward(double[] current, double[] weights, CoefficientGradients coefficients) {}

    RecurrentRunner with(DataType newType, KernelChoice newChoice) {
        return new RecurrentRunner(dynamics, coefficients, shape, weights, newType, newChoice);
    }

    /** Forward; state and output before the first step may be null. */
    Forward forward(double[] input, double[] state, double[] before) {
        INDArray current = empty(length());
        INDArray output = empty(length());
        INDArray last = empty((int) (dynamics.stateCount() * shape.slab()));
        RecurrentForward arrays =
                new RecurrentForward(array(input), matrix(weights), array(state), array(before), current, output, last);
        RecurrentKernels.forward(dynamics, coefficients, shape, arrays, choice);
        return new Forward(values(current), values(output), values(last));
    }

    /** Forward, then backward of the same pass. */
    Backward backward(
            double[] input,
            double[] state,
            double[] before,
            double[] outputGradient,
            Set<? extends StepCoefficient> wanted) {
        Forward forward = forward(input, state, before);
        INDArray currentGradient = empty(length());
        RecurrentBackward arrays = new RecurrentBackward(
                array(forward.current), matrix(weights), array(state), array(outputGradient), currentGradient);
        CoefficientGradients gradients =
                RecurrentKernels.backward(dynamics, coefficients, shape, arrays, wanted, choice);
        INDArray gradient = matrix(new double[weights.length]);
        new RecurrentWeightGradient().compute(shape, array(before), array(forward.output), currentGradient, gradient);
        return new Backward(values(currentGradient), values(gradient.dup('c').reshape(weights.length)), gradients);
    }

    private int length() {
        return (int) (shape.steps() * shape.slab());
    }

    private INDArray matrix(double[] rows) {
        boolean oneToOne = rows.length == shape.channels();
        return oneToOne
                ? array(rows)
                : array(rows).reshape('c', shape.channels(), shape.channels()).dup('f');
    }

    private INDArray array(double[] values) {
        return values == null ? null : Nd4j.createFromArray(values).castTo(type);
    }

    private INDArray empty(int length) {
        return Nd4j.valueArrayOf(new long[] {length}, Double.NaN, type);
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).toDoubleVector();
    }
}
