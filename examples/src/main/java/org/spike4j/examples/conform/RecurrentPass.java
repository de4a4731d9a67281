package org.spike4j.examples.conform;

import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.KernelChoice;
import org.spike4j.neuron.kernel.RecurrentBackward;
import org.spike4j.neuron.kernel.RecurrentForward;
import org.spike4j.neuron.kernel.RecurrentKernels;
import org.spike4j.neuron.kernel.RecurrentWeightGradient;
import org.spike4j.neuron.kernel.StepCoefficient;

/**
 * Passes of neurons that feed back to each other. On the whole current of the forward pass the same neurons give the same
 * traces without feedback, so {@link NeuronPass} serves for these.
 *
 * @param feedback the recurrent weights and their bias
 * @param alone the passes on the whole current
 * @param output y of the forward pass
 */
record RecurrentPass(Feedback feedback, NeuronPass alone, INDArray output) {

    /** Gradients with respect to the input, the coefficients, the recurrent weights [from][to] and the bias. */
    record Backward(double[] input, CoefficientGradients coefficients, double[] weights, double[] bias) {}

    /** Runs the forward pass. */
    static RecurrentPass of(Feedback feedback, NeuronPass outside, Dynamics dynamics) {
        double[] input = outside.input().clone();
        for (int k = 0; k < input.length; k++) {
            input[k] += feedback.bias()[k % feedback.bias().length];
        }
        DataType type = outside.type();
        INDArray current = array(input, type);
        INDArray output = Nd4j.create(type, input.length);
        RecurrentForward arrays = new RecurrentForward(
                current, weights(feedback, type), array(outside.initialState(), type), null, current, output, null);
        RecurrentKernels.forward(dynamics, outside.coefficients(), outside.shape(), arrays, KernelChoice.AUTOMATIC);
        NeuronPass alone =
                new NeuronPass(outside.coefficients(), outside.shape(), type, values(current), outside.initialState());
        return new RecurrentPass(feedback, alone, output);
    }

    /** Backward from a gradient on the output. */
    Backward backward(Dynamics dynamics, double[] outputGradient, Set<StepCoefficient> wanted) {
        DataType type = alone.type();
        INDArray currentGradient = Nd4j.create(type, outputGradient.length);
        RecurrentBackward arrays = new RecurrentBackward(
                array(alone.input(), type),
                weights(feedback, type),
                array(alone.initialState(), type),
                array(outputGradient, type),
                currentGradient);
        CoefficientGradients gradients = RecurrentKernels.backward(
                dynamics, alone.coefficients(), alone.shape(), arrays, wanted, KernelChoice.AUTOMATIC);
        INDArray weights = weights(feedback, type);
        new RecurrentWeightGradient().compute(alone.shape(), null, output, currentGradient, weights);
        double[] input = values(currentGradient);
        double[] bias = new double[feedback.bias().length];
        for (int k = 0; k < input.length; k++) {
            bias[k % bias.length] += input[k];
        }
        return new Backward(input, gradients, values(weights.dup('c').reshape(weights.length())), bias);
    }

    private static INDArray weights(Feedback feedback, DataType type) {
        int columns = feedback.bias().length;
        return array(feedback.weights(), type).reshape('c', columns, columns).dup('f');
    }

    private static INDArray array(double[] values, DataType type) {
        return values == null ? null : Nd4j.createFromArray(values).castTo(type);
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).toDoubleVector();
    }
}
