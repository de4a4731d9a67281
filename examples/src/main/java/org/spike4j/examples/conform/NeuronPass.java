package org.spike4j.examples.conform;

import java.util.Arrays;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.neuron.kernel.StepCoefficient;

/**
 * Passes over one sequence on plain arrays, in the order [T][N][n].
 *
 * @param coefficients of the step
 * @param shape of the sequence
 * @param type of the tensors; floats run on the fastest kernel, doubles on the reference
 * @param input x
 * @param initialState null for the model's own
 */
record NeuronPass(
        Coefficients coefficients, SequenceShape shape, DataType type, double[] input, double[] initialState) {

    /** Output y and membrane h of every step. */
    record Forward(double[] output, double[] membrane) {}

    /** Gradients with respect to input, initial state and coefficients. */
    record Backward(double[] input, double[] initialState, CoefficientGradients coefficients) {}

    /** Gradients on the output, the membrane and the carried membrane; null for zero. */
    record Upstream(double[] output, double[] membrane, double[] carried) {}

    Forward forward(Dynamics dynamics) {
        INDArray output = empty(length());
        INDArray membrane = empty(length());
        ForwardArrays arrays = ForwardArrays.of(array(input), output)
                .withState(array(initialState), null)
                .withTraces(membrane, null);
        SpikeKernels.forward(dynamics, coefficients, shape, arrays);
        return new Forward(values(output), values(membrane));
    }

    /** The state after every step, by variable, taken by walking step by step. */
    double[][] states(Dynamics dynamics) {
        int slab = (int) shape.slab();
        SequenceShape single = SequenceShape.of(1, slab, shape.channels(), shape.inner());
        double[][] states = new double[dynamics.stateCount()][length()];
        INDArray state = array(initialState);
        for (int t = 0; t < shape.steps(); t++) {
            INDArray next = empty(dynamics.stateCount() * slab);
            INDArray now = array(Arrays.copyOfRange(input, t * slab, (t + 1) * slab));
            ForwardArrays arrays = ForwardArrays.of(now, empty(slab)).withState(state, next);
            SpikeKernels.forward(dynamics, coefficients, single, arrays);
            double[] after = values(next);
            for (int variable = 0; variable < states.length; variable++) {
                System.arraycopy(after, variable * slab, states[variable], t * slab, slab);
            }
            state = next;
        }
        return states;
    }

    Backward backward(Dynamics dynamics, Upstream upstream, Set<StepCoefficient> wanted) {
        INDArray inputGradient = empty(length());
        INDArray stateGradient = empty(dynamics.stateCount() * (int) shape.slab());
        BackwardArrays arrays = BackwardArrays.of(array(input), array(upstream.output()), inputGradient)
                .withState(array(initialState), stateGradient)
                .withTraceGradients(array(upstream.membrane()), array(upstream.carried()));
        CoefficientGradients gradients = SpikeKernels.backward(dynamics, coefficients, shape, arrays, wanted);
        return new Backward(values(inputGradient), values(stateGradient), gradients);
    }

    private int length() {
        return shape.steps() * (int) shape.slab();
    }

    private INDArray array(double[] values) {
        return values == null ? null : Nd4j.createFromArray(values).castTo(type);
    }

    private INDArray empty(int length) {
        return Nd4j.create(type, length);
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).toDoubleVector();
    }
}
