package org.spike4j.layers.execution;

import java.util.Set;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.LearnedConstants;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.CoupledKernels;
import org.spike4j.neuron.kernel.Dynamics;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.KernelChoice;
import org.spike4j.neuron.kernel.ProgramDynamics;
import org.spike4j.neuron.kernel.RecurrentBackward;
import org.spike4j.neuron.kernel.RecurrentForward;
import org.spike4j.neuron.kernel.RecurrentKernels;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.kernel.StepCoefficient;
import org.spike4j.neuron.kernel.TileWalk;

/** A layer's neuron, with its learned constants and an affine map of its input, over a sequence. */
final class NeuronRun {
    /** Tells the noise of layers and networks apart, whose seeds are small numbers; odd. */
    private static final long NOISE_STREAM = 0x9E3779B97F4A7C15L;

    private final LearnedConstants learned;
    private final int places;
    private final long seed;
    private long passes;
    /** Of the pass that runs; noise differs from pass to pass. */
    private Dynamics dynamics;

    NeuronRun(NeuronModel model, int channels, int places, long seed) {
        learned = new LearnedConstants(model, channels, places);
        this.places = places;
        this.seed = seed;
        dynamics = model.dynamics();
    }

    /** Gradients of a backward pass: the raw learned constants, and the affine map, null without one. */
    record Gradients(double[] learned, AffineInput input) {}

    /** Before a forward pass: noise is drawn anew for each one in training, and left out otherwise. */
    void begin(boolean training) {
        if (dynamics instanceof ProgramDynamics program && program.program().isNoisy()) {
            passes++;
            dynamics = program.withNoise(training ? seed * NOISE_STREAM + passes : 0);
        }
    }

    int stateCount() {
        return dynamics.stateCount();
    }

    /** Forward; the raw learned constants may be null if there are none, the map null for the identity. */
    void forward(INDArray raw, AffineInput map, SequenceShape shape, ForwardArrays arrays) {
        try (var ignored = StageClock.enter(Stage.NEURON)) {
            SpikeKernels.forward(dynamics, coefficients(raw, map), walked(shape), arrays);
        }
    }

    /** Forward of neurons that feed back to each other. */
    void forward(INDArray raw, AffineInput map, SequenceShape shape, RecurrentForward arrays) {
        try (var ignored = StageClock.enter(Stage.NEURON)) {
            RecurrentKernels.forward(dynamics, coefficients(raw, map), shape, arrays, KernelChoice.AUTOMATIC);
        }
    }

    /** The neuron for tiles, with the gradients that {@link #gradients} needs. */
    TileWalk walk(INDArray raw, AffineInput map, int steps) {
        return TileWalk.of(dynamics, coefficients(raw, map), steps, wanted(map), KernelChoice.AUTOMATIC);
    }

    /** Backward of the same pass. */
    Gradients backward(INDArray raw, AffineInput map, SequenceShape shape, BackwardArrays arrays) {
        return backward(
                raw,
                map,
                (coefficients, wanted) -> SpikeKernels.backward(dynamics, coefficients, walked(shape), arrays, wanted));
    }

    /** Backward of the same pass of neurons that feed back to each other. */
    Gradients backward(INDArray raw, AffineInput map, SequenceShape shape, RecurrentBackward arrays) {
        return backward(
                raw,
                map,
                (coefficients, wanted) -> RecurrentKernels.backward(
                        dynamics, coefficients, shape, arrays, wanted, KernelChoice.AUTOMATIC));
    }

    /** Forward of neurons whose input is made between the steps. */
    void forward(
            INDArray raw,
            AffineInput map,
            SequenceShape shape,
            ForwardArrays arrays,
            CoupledKernels.Coupling coupling) {
        CoupledKernels.forward(dynamics, coefficients(raw, map), shape, arrays, coupling);
    }

    /** Backward of the same pass of neurons whose output gradient is made between the steps. */
    Gradients backward(
            INDArray raw,
            AffineInput map,
            SequenceShape shape,
            BackwardArrays arrays,
            CoupledKernels.Coupling coupling) {
        CoefficientGradients gradients =
                CoupledKernels.backward(dynamics, coefficients(raw, map), shape, arrays, wanted(map), coupling);
        return gradients(raw, map, gradients);
    }

    /** A backward pass of the kernels. */
    private interface Pass {
        CoefficientGradients run(Coefficients coefficients, Set<StepCoefficient> wanted);
    }

    private Gradients backward(INDArray raw, AffineInput map, Pass pass) {
        try (var ignored = StageClock.enter(Stage.NEURON)) {
            return gradients(raw, map, pass.run(coefficients(raw, map), wanted(map)));
        }
    }

    /** Takes the gradients of the coefficients, which are used up, apart into those of the constants and of the map. */
    Gradients gradients(INDArray raw, AffineInput map, CoefficientGradients gradients) {
        double[] values = raw(raw);
        AffineInput input = map == null
                ? null
                : expanded(map)
                        .pullBackInPlace(gradients, learned.values(values).coefficients());
        boolean sums = input != null && learned.differInChannels();
        return new Gradients(learned.gradient(values, gradients), sums ? input.summed(places) : input);
    }

    private Set<StepCoefficient> wanted(AffineInput map) {
        return map == null ? learned.wanted() : map.alsoWanted(learned.wanted());
    }

    /** The coefficients of a pass, by neuron where these differ within a channel. */
    Coefficients coefficients(INDArray raw, AffineInput map) {
        Coefficients base = learned.values(raw(raw)).coefficients();
        return map == null ? base : expanded(map).foldInto(base);
    }

    /** The coefficients of a pass on rows with the channels fastest. */
    Coefficients channelsLast(INDArray raw, AffineInput map) {
        Coefficients own = coefficients(raw, map);
        return learned.differInChannels() ? own.channelsLast(places) : own;
    }

    private AffineInput expanded(AffineInput map) {
        return learned.differInChannels() ? map.repeated(places) : map;
    }

    private SequenceShape walked(SequenceShape shape) {
        return learned.differInChannels() ? shape.byNeuron() : shape;
    }

    private double[] raw(INDArray raw) {
        return learned.count() == 0 ? new double[0] : raw.toDoubleVector();
    }
}
