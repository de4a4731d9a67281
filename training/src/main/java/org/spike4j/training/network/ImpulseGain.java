package org.spike4j.training.network;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;

/**
 * What impulses, such as spikes, must be multiplied with at a new time step to move a neuron as far as before.
 *
 * <p>A neuron that holds its input for the length of a step, v = d v + (1 - d) x, takes less of an impulse that lasts for a
 * shorter step. The measure is the area under the membrane that follows a small impulse out of rest, A = dt sum_k dv_k / u, with
 * the distance from rest to threshold as the unit u: the gain is A(old step) / A(new step). It is near 1 / factor for an input
 * scaled by 1 - d, and near 1 for one that is not.
 */
final class ImpulseGain {
    private static final double IMPULSE = 1e-4;
    private static final int HORIZON = 64; // old steps

    private ImpulseGain() {}

    /** The gain of each channel, for a neuron at two time steps. */
    static double[] of(
            ConstantValues old, NeuronModel oldModel, ConstantValues scaled, NeuronModel model, double factor) {
        int channels = old.coefficients().channels();
        double[] before = areas(old, oldModel, HORIZON, channels);
        double[] after = areas(scaled, model, Math.max(1, (int) Math.round(HORIZON / factor)), channels);
        double[] gain = new double[channels];
        Arrays.setAll(gain, c -> before[c] / (factor * after[c]));
        return Arrays.stream(gain)
                .map(g -> g > 0 && Double.isFinite(g) ? g : 1) // no measure where an impulse moves nothing
                .toArray();
    }

    private static double[] areas(ConstantValues values, NeuronModel model, int steps, int channels) {
        INDArray input = Nd4j.zeros(DataType.DOUBLE, steps, channels);
        INDArray rest = response(values, model, input);
        input.getRow(0).assign(IMPULSE);
        INDArray area = response(values, model, input).sub(rest).sum(0).div(IMPULSE);
        return (model.dynamics().fires() ? area.div(rest.getRow(0).neg()) : area).toDoubleVector();
    }

    /** Distance to the threshold in each step; the membrane of a neuron that has none. Inhibition masks spikes, not membranes. */
    private static INDArray response(ConstantValues values, NeuronModel model, INDArray input) {
        NeuronModel alone = model instanceof Inhibited inhibited ? inhibited.neuron() : model;
        Tap tap = alone.dynamics().fires() ? Tap.DISTANCE : Tap.MEMBRANE;
        Dynamics dynamics = alone.dynamics().withOutput(tap, Activation.IDENTITY);
        INDArray response = input.ulike();
        int channels = Math.toIntExact(input.size(1));
        SequenceShape shape = SequenceShape.of(Math.toIntExact(input.size(0)), channels, channels, 1);
        SpikeKernels.forward(dynamics, values.coefficients(), shape, ForwardArrays.of(input, response));
        return response;
    }
}
