package org.spike4j.layers.execution;

import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.LearnedConstants;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.kernel.AffineDynamics;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.Coefficient;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/** A layer's neuron, with its learned constants and an affine map of its input, over a sequence. */
final class NeuronRun {
    private final LearnedConstants learned;
    private final AffineDynamics dynamics;

    NeuronRun(NeuronModel model, int channels) {
        learned = new LearnedConstants(model, channels);
        dynamics = model.dynamics();
    }

    /** Gradients of a backward pass: the raw learned constants, and the affine map, null without one. */
    record Gradients(double[] learned, AffineInput input) {}

    int stateCount() {
        return dynamics.stateCount();
    }

    /** Forward; the raw learned constants may be null if there are none, the map null for the identity. */
    void forward(INDArray raw, AffineInput map, SequenceShape shape, ForwardArrays arrays) {
        try (var ignored = StageClock.enter(Stage.NEURON)) {
            Coefficients base = learned.values(raw(raw)).coefficients();
            SpikeKernels.forward(dynamics, map == null ? base : map.foldInto(base), shape, arrays);
        }
    }

    /** Backward of the same pass. */
    Gradients backward(INDArray raw, AffineInput map, SequenceShape shape, BackwardArrays arrays) {
        try (var ignored = StageClock.enter(Stage.NEURON)) {
            double[] values = raw(raw);
            Coefficients base = learned.values(values).coefficients();
            Set<Coefficient> wanted = learned.wanted();
            if (map == null) {
                CoefficientGradients gradients = SpikeKernels.backward(dynamics, base, shape, arrays, wanted);
                return new Gradients(learned.gradient(values, gradients), null);
            }
            CoefficientGradients gradients =
                    SpikeKernels.backward(dynamics, map.foldInto(base), shape, arrays, map.alsoWanted(wanted));
            AffineInput input = map.pullBackInPlace(gradients, base);
            return new Gradients(learned.gradient(values, gradients), input);
        }
    }

    private double[] raw(INDArray raw) {
        return learned.count() == 0 ? new double[0] : raw.toDoubleVector();
    }
}
