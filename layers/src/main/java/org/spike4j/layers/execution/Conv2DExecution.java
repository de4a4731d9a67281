package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.ChannelKernels;
import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.patch.CurrentCorrection;

/**
 * {@link SpikingConv2D} at work: tile by tile where the input is spikes or sparse events, see {@link BlockPass}, else oneDNN's
 * convolution and pooling around one pass of the neuron.
 */
public final class Conv2DExecution extends WeightedExecution<SpikingConv2D> {
    private static final long serialVersionUID = 1L;

    private transient INDArray spikes;
    private transient FoldedBatchNorm norm;
    private transient BlockPass block;
    private transient boolean inBlock;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public Conv2DExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass whose input is spikes or sparse events, where the layer can make use of that.
     *
     * @param conf the layer
     * @param height of the input in pixels
     * @param width of the input in pixels
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(SpikingConv2D conf, long height, long width, PassSize size) {
        if (BlockPass.canServe(conf, size.type())) {
            return BlockPass.memory(conf, height, width, size);
        }
        boolean pools = conf.getPooling() != Pooling.NONE;
        long convolvedHeight = conf.convolved(height, 0);
        long convolvedWidth = conf.convolved(width, 1);
        long units = conf.getNOut() * convolvedHeight * convolvedWidth;
        long inputUnits = conf.getNIn() * height * width;
        boolean staticInput = conf.getTimeSteps() > 0;
        long input = staticInput ? size.samples(inputUnits) : size.rows(inputUnits);
        long current = staticInput ? size.samples(units) : size.rows(units);
        long spikes = size.rows(units);
        long window = conf.getPoolSize();
        long pooled = pools ? size.rows(conf.getNOut() * (convolvedHeight / window) * (convolvedWidth / window)) : 0;
        // oneDNN works on copies in a layout of its own: of spikes, their gradient and that of the output when it pools
        long scratch = pools ? 2 * spikes + pooled : current + input;
        long working = current + (pools ? spikes : 0) + (conf.isInputGradient() ? 0 : input);
        return new LayerMemory(current + spikes + pooled, working, conf.isInputGradient() ? input : 0, scratch);
    }

    /**
     * Whether an input of spikes is packed to a bit an element.
     *
     * @param conf the layer
     * @param type of its input
     * @return whether it is
     */
    public static boolean packsSpikes(SpikingConv2D conf, DataType type) {
        return BlockPass.canServe(conf, type);
    }

    /**
     * Whether the output of spikes or sparse events has its channels last in memory.
     *
     * @param conf the layer
     * @param type of its input
     * @return whether layers that want c order must copy it
     */
    public static boolean leavesChannelsLast(SpikingConv2D conf, DataType type) {
        return BlockPass.canServe(conf, type);
    }

    @Override
    int inputRank() {
        return 5;
    }

    @Override
    boolean takesChannelsLast() {
        return true;
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        Frames frames = frames();
        requireChannels();
        applyDropOutIfNecessary(training, workspaces);
        inBlock = from == null && to == null && BlockPass.canServe(this, frames);
        if (inBlock) {
            block = block == null ? new BlockPass(this) : block;
            inBlock = block.read(frames);
        }
        if (inBlock) {
            return block.forward(maskArray, training, workspaces);
        }
        return forwardDense(from, to, training, workspaces);
    }

    @Override
    Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces) {
        if (!inBlock) {
            return super.backward(epsilon, from, workspaces);
        }
        Pair<Gradient, INDArray> gradients = block.backward(Masks.masked(epsilon, maskArray, workspaces), workspaces);
        weightNoiseParams.clear();
        INDArray onInput = gradients.getSecond();
        return new Pair<>(gradients.getFirst(), onInput == null ? null : backpropDropOutIfPresent(onInput));
    }

    private void requireChannels() {
        if (input.size(2) != layerConf().getNIn()) {
            throw new IllegalArgumentException(
                    "input must have " + layerConf().getNIn() + " channels, had " + input.size(2) + " " + layerId());
        }
    }

    @Override
    boolean pools() {
        return layerConf().getPooling() != Pooling.NONE;
    }

    @Override
    long[] units() {
        SpikingConv2D conf = layerConf();
        return new long[] {conf.getNOut(), conf.convolved(input.size(3), 0), conf.convolved(input.size(4), 1)};
    }

    @Override
    INDArray current(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray rows = Memory.dense(inputRows(), ArrayType.FF_WORKING_MEM, workspaces);
        long[] units = units();
        long[] shape = {rows.size(0), units[0], units[1], units[2]};
        INDArray current = workspaces.createUninitialized(kept(training), rows.dataType(), shape, 'c');
        new Convolution(layerConf()).forward(rows, weights(training, workspaces), current);
        return current;
    }

    @Override
    AffineInput map(INDArray currents, boolean training) {
        if (!layerConf().isBatchNorm()) {
            return biasMap();
        }
        try (var ignored = StageClock.enter(Stage.NORM)) {
            return normalise(training ? ChannelKernels.moments(currents) : null);
        }
    }

    @Override
    AffineInput inferenceMap() {
        return layerConf().isBatchNorm()
                ? FoldedBatchNorm.of(params, group(), null).map()
                : biasMap();
    }

    /** Starts the normalisation of a pass with the moments of this layer's batch, null for the running ones; its map. */
    AffineInput normalise(ChannelMoments moments) {
        norm = FoldedBatchNorm.of(params, group(), moments);
        return norm.map();
    }

    /** Where a parameter's gradient is written. */
    INDArray getGradientView(String parameter) {
        return gradientViews.get(parameter);
    }

    @Override
    void mapGradient(Gradient gradient, AffineInput mapGradient, INDArray currents, INDArray currentGradient) {
        CurrentCorrection correction = mapGradient(gradient, mapGradient);
        if (correction != null) {
            try (var ignored = StageClock.enter(Stage.NORM)) {
                ChannelKernels.addAffineInPlace(currentGradient, currents, correction.slope(), correction.offset());
            }
        }
    }

    /** Writes the gradients of the map; returns what goes to the currents through the statistics, null for nothing. */
    CurrentCorrection mapGradient(Gradient gradient, AffineInput mapGradient) {
        if (!layerConf().isBatchNorm()) {
            put(gradient, SpikingParameters.BIAS, mapGradient.shift());
            return null;
        }
        FoldedBatchNorm.Gradients g = norm.backward(mapGradient);
        put(gradient, SpikingParameters.GAMMA, g.gamma());
        put(gradient, SpikingParameters.BETA, g.beta());
        put(gradient, SpikingParameters.MEAN, g.mean());
        put(gradient, SpikingParameters.VARIANCE, g.variance());
        return g.correction();
    }

    @Override
    INDArray weightGradient(Gradient gradient, INDArray currentGradient, LayerWorkspaceMgr workspaces) {
        INDArray view = gradientViews.get(SpikingParameters.WEIGHT);
        ArrayType home = wantsInputGradient() ? ArrayType.ACTIVATION_GRAD : ArrayType.BP_WORKING_MEM;
        INDArray inputGradient = workspaces.createUninitialized(home, input.dataType(), input.shape(), 'c');
        INDArray images = Memory.dense(inputRows(), ArrayType.BP_WORKING_MEM, workspaces);
        INDArray onImages = inputGradient.reshape('c', images.shape());
        new Convolution(layerConf()).backward(images, weights(true, workspaces), currentGradient, onImages, view);
        gradient.gradientForVariable().put(SpikingParameters.WEIGHT, view);
        return wantsInputGradient() ? inputGradient : null;
    }

    @Override
    INDArray pooled(INDArray unpooled, LayerWorkspaceMgr workspaces) {
        if (!pools()) {
            return unpooled;
        }
        spikes = unpooled;
        int size = layerConf().getPoolSize();
        long[] shape = {unpooled.size(0), unpooled.size(1), unpooled.size(2) / size, unpooled.size(3) / size};
        INDArray output = workspaces.createUninitialized(ArrayType.ACTIVATIONS, unpooled.dataType(), shape, 'c');
        new PoolingOps(layerConf().getPooling(), size).forward(unpooled, output);
        return output;
    }

    @Override
    INDArray unpooled(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        INDArray dense = Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
        if (!pools()) {
            return dense;
        }
        INDArray gradient =
                workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, spikes.dataType(), spikes.shape(), 'c');
        new PoolingOps(layerConf().getPooling(), layerConf().getPoolSize()).backward(spikes, dense, gradient);
        return gradient;
    }

    @Override
    public void clear() {
        super.clear();
        spikes = null;
        norm = null;
        if (block != null) {
            block.clear();
        }
    }
}
