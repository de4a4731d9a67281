package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.SequenceShape;

/**
 * A layer that computes a current from its input, [T, N, ...], by weights, and lets its neuron walk through time.
 *
 * @param <C> its configuration
 */
abstract class WeightedExecution<C extends NeuronLayer> extends SpikingExecution<C> {
    private static final long serialVersionUID = 1L;

    private transient Frames frames;
    private transient INDArray current;
    private transient AffineInput map;

    WeightedExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /** Rank of the input [T, N, ...], 0 for any. */
    abstract int inputRank();

    /** Current [rows, units...] of the input, without bias and normalisation, dense in c order. */
    abstract INDArray current(boolean training, LayerWorkspaceMgr workspaces);

    /** The affine map of the current, null for the identity. */
    abstract AffineInput map(INDArray currents, boolean training);

    /** Writes the gradients of the map, and corrects the gradient on the current in place. */
    abstract void mapGradient(Gradient gradient, AffineInput mapGradient, INDArray currents, INDArray currentGradient);

    /** Writes the weights' gradient; returns the one on the input, [T, N, ...], null if not wanted. */
    abstract INDArray weightGradient(Gradient gradient, INDArray currentGradient, LayerWorkspaceMgr workspaces);

    /** Output of the layer from the neurons' output [T*N, units...]. */
    abstract INDArray pooled(INDArray spikes, LayerWorkspaceMgr workspaces);

    /** Gradient on the neurons' output from the one on the layer's. */
    abstract INDArray unpooled(INDArray epsilon, LayerWorkspaceMgr workspaces);

    /** Units of one sample at one step, [channels] or [channels, height, width]. */
    abstract long[] units();

    boolean pools() {
        return false;
    }

    /** How the neurons walk through time: the map of their current, the sequence, and the state before and after. */
    record Walk(AffineInput map, SequenceShape shape, INDArray from, INDArray to) {}

    /** Lets the neurons walk on a current; returns the current that the way back needs. */
    INDArray walk(Walk walk, INDArray currents, INDArray spikes, boolean training, LayerWorkspaceMgr workspaces) {
        ForwardArrays arrays = ForwardArrays.of(currents, spikes).withState(walk.from, walk.to);
        neuron().forward(rawConstants(), walk.map, walk.shape, arrays);
        return currents;
    }

    /** Lets the neurons walk back, from the gradient on their output to the one on the current of the layer's input. */
    NeuronRun.Gradients walkBack(
            Walk walk,
            INDArray currents,
            INDArray spikeGradient,
            INDArray currentGradient,
            LayerWorkspaceMgr workspaces) {
        BackwardArrays arrays =
                BackwardArrays.of(currents, spikeGradient, currentGradient).withState(walk.from, null);
        return neuron().backward(rawConstants(), walk.map, walk.shape, arrays);
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        frames();
        applyDropOutIfNecessary(training, workspaces);
        return forwardDense(from, to, training, workspaces);
    }

    /** Forward pass whose current is a dense product, for any neuron and state. */
    final INDArray forwardDense(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        current = current(training, workspaces);
        map = map(current, training);
        ArrayType home = pools() ? kept(training) : ArrayType.ACTIVATIONS;
        INDArray spikes = workspaces.createUninitialized(
                home, current.dataType(), rows(frames.steps() * frames.miniBatch()), 'c');
        current = walk(new Walk(map, shape(), from, to), current, spikes, training, workspaces);
        if (maskArray != null) {
            Masks.applyToRows(spikes, maskArray);
        }
        keep(spikes.reshape('c', prepend(frames.steps(), frames.miniBatch(), units())));
        return pooled(spikes, workspaces);
    }

    @Override
    Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces) {
        INDArray spikeGradient = Masks.masked(unpooled(epsilon, workspaces), maskArray, workspaces);
        INDArray currentGradient = workspaces.createUninitialized(
                ArrayType.BP_WORKING_MEM, current.dataType(), rows(frames.currentRows()), 'c');
        Walk walk = new Walk(map, shape(), from, null);
        NeuronRun.Gradients gradients = walkBack(walk, current, spikeGradient, currentGradient, workspaces);
        Gradient gradient = gradientOf(gradients.learned());
        if (map != null) {
            mapGradient(gradient, gradients.input(), current, currentGradient);
        }
        INDArray inputGradient = weightGradient(gradient, currentGradient, workspaces);
        weightNoiseParams.clear();
        return new Pair<>(gradient, inputGradient == null ? null : backpropDropOutIfPresent(inputGradient));
    }

    @Override
    long[] stateShape() {
        frames();
        return prepend(carriedStates(), frames.miniBatch(), units());
    }

    @Override
    public void clear() {
        super.clear();
        current = null;
        map = null;
    }

    @Override
    public int getInputMiniBatchSize() {
        return Math.toIntExact(input.size(1));
    }

    @Override
    AffineInput inferenceMap() {
        return biasMap();
    }

    /** The bias as the shift of the map, null without a bias. */
    AffineInput biasMap() {
        INDArray bias = params.get(SpikingParameters.BIAS);
        return bias == null ? null : new AffineInput(null, bias.toDoubleVector());
    }

    INDArray weights(boolean training, LayerWorkspaceMgr workspaces) {
        return getParamWithNoise(SpikingParameters.WEIGHT, training, workspaces);
    }

    boolean wantsInputGradient() {
        return layerConf().isInputGradient();
    }

    /** The input with time folded into the rows. */
    INDArray inputRows() {
        return Memory.fold(input);
    }

    /** The time axis of the input. */
    final Frames frames() {
        frames = Frames.of(input, layerConf(), inputRank() == 0 ? input.rank() : inputRank(), layerId());
        return frames;
    }

    private SequenceShape shape() {
        long[] units = units();
        long inner = units.length == 1 ? 1 : units[1] * units[2];
        SequenceShape shape = SequenceShape.of(
                frames.steps(), frames.miniBatch() * units[0] * inner, Math.toIntExact(units[0]), inner);
        return frames.staticInput() ? shape.withStaticInput() : shape;
    }

    private long[] rows(long count) {
        long[] units = units();
        long[] shape = new long[units.length + 1];
        shape[0] = count;
        System.arraycopy(units, 0, shape, 1, units.length);
        return shape;
    }

    static long[] prepend(long first, long second, long[] units) {
        long[] shape = new long[units.length + 2];
        shape[0] = first;
        shape[1] = second;
        System.arraycopy(units, 0, shape, 2, units.length);
        return shape;
    }
}
