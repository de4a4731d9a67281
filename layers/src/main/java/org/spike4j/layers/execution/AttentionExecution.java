package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.SpikeAttention;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.ForwardArrays;
import org.spike4j.neuron.kernel.LinearAttention;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/** {@link SpikeAttention} at work: attention within each step and sample, then one pass of the neurons through time. */
public final class AttentionExecution extends SpikingExecution<SpikeAttention> {
    private static final long serialVersionUID = 1L;

    private transient INDArray current;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public AttentionExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param inputUnits values of the input of a sample at a step
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(long inputUnits, PassSize size) {
        long rows = size.rows(inputUnits / 3);
        return new LayerMemory(2 * rows, rows, 3 * rows, 0);
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        requireImages();
        applyDropOutIfNecessary(training, workspaces);
        long[] shape = {input.size(0) * input.size(1), layerConf().getNOut(), input.size(3), input.size(4)};
        current = workspaces.createUninitialized(kept(training), input.dataType(), shape, 'c');
        try (var ignored = StageClock.enter(Stage.CURRENT)) {
            attention().forward(current);
        }
        INDArray spikes = workspaces.createUninitialized(ArrayType.ACTIVATIONS, input.dataType(), shape, 'c');
        neuron().forward(
                        rawConstants(),
                        null,
                        sequence(),
                        ForwardArrays.of(current, spikes).withState(from, to));
        if (maskArray != null) {
            Masks.applyToRows(spikes, maskArray);
        }
        keep(Memory.unfold(spikes, input.size(1)));
        return spikes;
    }

    @Override
    Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces) {
        INDArray dense = Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        INDArray upstream = Masks.masked(dense.reshape('c', current.shape()), maskArray, workspaces);
        INDArray currentGradient =
                workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, current.dataType(), current.shape(), 'c');
        BackwardArrays arrays =
                BackwardArrays.of(current, upstream, currentGradient).withState(from, null);
        double[] learned =
                neuron().backward(rawConstants(), null, sequence(), arrays).learned();
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        try (var ignored = StageClock.enter(Stage.INPUT_GRADIENT)) {
            attention().backward(currentGradient, Memory.fold(inputGradient));
        }
        return new Pair<>(gradientOf(learned), backpropDropOutIfPresent(inputGradient));
    }

    private LinearAttention attention() {
        return new LinearAttention(
                Memory.fold(input), layerConf().getHeads(), layerConf().getScale());
    }

    private SequenceShape sequence() {
        long tokens = input.size(3) * input.size(4);
        int channels = Math.toIntExact(layerConf().getNOut());
        return SequenceShape.of((int) input.size(0), input.size(1) * channels * tokens, channels, tokens);
    }

    private void requireImages() {
        long channels = layerConf().getNIn();
        if (input.rank() != 5 || input.size(2) != channels) {
            throw new IllegalArgumentException("input of SpikeAttention must reach it as [T, N, " + channels
                    + ", H, W], was " + Arrays.toString(input.shape())
                    + "; call setInputType(...) on the configuration, which adds the preprocessor " + layerId());
        }
    }

    @Override
    long[] stateShape() {
        return new long[] {neuron().stateCount(), input.size(1), layerConf().getNOut(), input.size(3), input.size(4)};
    }

    @Override
    public int getInputMiniBatchSize() {
        return Math.toIntExact(input.size(1));
    }

    @Override
    public void clear() {
        super.clear();
        current = null;
    }
}
