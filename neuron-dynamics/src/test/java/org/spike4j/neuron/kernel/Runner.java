package org.spike4j.neuron.kernel;

import java.util.EnumSet;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.NeuronModel;

/**
 * Runs passes on plain arrays.
 *
 * @param dynamics the step
 * @param coefficients its coefficients
 * @param shape the sequence
 * @param type type of the tensors
 * @param choice which kernel
 */
public record Runner(
        Dynamics dynamics, Coefficients coefficients, SequenceShape shape, DataType type, KernelChoice choice) {

    /** What a forward pass gave; traces are null where not asked for. */
    public record Forward(double[] output, double[] membrane, double[] carried, double[] finalState) {}

    /** What a backward pass gave. */
    public record Backward(double[] input, double[] initialState, CoefficientGradients coefficients) {}

    /** The reference, in double. */
    public static Runner reference(Dynamics dynamics, Coefficients coefficients, SequenceShape shape) {
        return new Runner(dynamics, coefficients, shape, DataType.DOUBLE, KernelChoice.SCALAR);
    }

    /** The reference, in double, for a model with its own constants. */
    public static Runner reference(NeuronModel model, SequenceShape shape) {
        return reference(
                model.dynamics(), ConstantValues.of(model, shape.channels()).coefficients(), shape);
    }

    /** The same passes on floats. */
    public Runner inFloat(KernelChoice newChoice) {
        return new Runner(dynamics, coefficients, shape, DataType.FLOAT, newChoice);
    }

    Runner withShape(SequenceShape newShape) {
        return new Runner(dynamics, coefficients, newShape, type, choice);
    }

    /** Forward with both traces. */
    public Forward forward(double[] input, double[] state) {
        return forward(input, state, true, true);
    }

    /** Forward with the traces that are wanted. */
    public Forward forward(double[] input, double[] state, boolean withMembrane, boolean withCarried) {
        int length = (int) (shape.steps() * shape.slab());
        INDArray output = empty(length);
        INDArray membrane = withMembrane ? empty(length) : null;
        INDArray carried = withCarried ? empty(length) : null;
        INDArray last = empty((int) (dynamics.stateCount() * shape.slab()));
        ForwardArrays arrays = new ForwardArrays(array(input), array(state), output, membrane, carried, last);
        SpikeKernels.forward(dynamics, coefficients, shape, arrays, choice);
        return new Forward(values(output), values(membrane), values(carried), values(last));
    }

    /** Backward with all gradients; the state gradient always, the coefficient gradients as wanted. */
    public Backward backward(double[] input, double[] state, Upstream upstream, Set<? extends StepCoefficient> wanted) {
        INDArray inputGradient = empty(input.length);
        INDArray stateGradient = empty((int) (dynamics.stateCount() * shape.slab()));
        BackwardArrays arrays = new BackwardArrays(
                array(input),
                array(state),
                array(upstream.output()),
                array(upstream.membrane()),
                array(upstream.carried()),
                inputGradient,
                stateGradient);
        CoefficientGradients gradients = SpikeKernels.backward(dynamics, coefficients, shape, arrays, wanted, choice);
        return new Backward(values(inputGradient), values(stateGradient), gradients);
    }

    /** Every coefficient whose gradient these dynamics have. */
    public Set<? extends StepCoefficient> allCoefficients() {
        if (!(dynamics instanceof AffineDynamics affine)) {
            return Set.copyOf(dynamics.coefficients());
        }
        return affine.delayedReset()
                ? EnumSet.complementOf(EnumSet.of(Coefficient.LEAK, Coefficient.LEAK_DRIVE))
                : EnumSet.allOf(Coefficient.class);
    }

    private INDArray array(double[] values) {
        return values == null ? null : Nd4j.createFromArray(values).castTo(type);
    }

    private INDArray empty(int length) {
        return Nd4j.valueArrayOf(new long[] {length}, Double.NaN, type);
    }

    private static double[] values(INDArray array) {
        return array == null ? null : array.castTo(DataType.DOUBLE).toDoubleVector();
    }
}
