package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.kernel.TileWalk;
import org.spike4j.neuron.patch.BlockShape;
import org.spike4j.neuron.patch.ConvolutionBlock;
import org.spike4j.neuron.patch.CurrentCorrection;
import org.spike4j.neuron.patch.PatchShape;

/**
 * Passes of a {@link SpikingConv2D} whose input is spikes or sparse events, by {@link ConvolutionBlock}. Tensors have the
 * channels last in memory, and reach other layers as [T*N, C, H, W] views of it.
 */
final class BlockPass {
    private final Conv2DExecution layer;
    private final ConvolutionBlock block = new ConvolutionBlock();
    private BlockShape shape;
    private boolean keepsGradient;
    private INDArray stored;
    private AffineInput map;
    private TileWalk walk;

    BlockPass(Conv2DExecution layer) {
        this.layer = layer;
    }

    /** Whether the layer and the kind of its input allow it. */
    static boolean canServe(Conv2DExecution layer, Frames frames) {
        return !frames.staticInput()
                && canServe(layer.layerConf(), layer.input().dataType());
    }

    /** Whether the layer and the type of its input allow it, if the input changes with time. */
    static boolean canServe(SpikingConv2D conf, DataType type) {
        boolean gradientIsConvolution = Arrays.equals(conf.getStride(), new int[] {1, 1})
                && conf.getPadding()[0] < conf.getKernel()[0]
                && conf.getPadding()[1] < conf.getKernel()[1];
        return type == DataType.FLOAT
                && conf.getTimeSteps() == 0
                && !conf.getNeuron().dynamics().inhibited()
                && conf.getNeuron().learned().stream().noneMatch(one -> one.sharing() == Sharing.PER_NEURON)
                && (gradientIsConvolution || !conf.isInputGradient())
                && ConvolutionBlock.canServe(conf.getNOut());
    }

    /** Memory of a training pass whose input is spikes. */
    static LayerMemory memory(SpikingConv2D conf, long height, long width, PassSize size) {
        long patch = conf.getNIn() * conf.getKernel()[0] * conf.getKernel()[1];
        long outHeight = conf.convolved(height, 0);
        long outWidth = conf.convolved(width, 1);
        long current = size.rows(conf.getNOut() * outHeight * outWidth);
        int pool = conf.getPooling() == Pooling.NONE ? 1 : conf.getPoolSize();
        long output = size.rows(conf.getNOut() * (outHeight / pool) * (outWidth / pool));
        boolean keepsGradient = conf.isInputGradient() || ConvolutionBlock.storesCurrents(patch);
        boolean stores = keepsGradient && !conf.isRecompute();
        long turned = conf.isInputGradient() ? patch * conf.getNOut() * Float.BYTES : 0;
        return new LayerMemory(
                output + (stores ? current : 0),
                (keepsGradient ? current : 0) + turned,
                conf.isInputGradient() ? size.rows(conf.getNIn() * height * width) : 0,
                ConvolutionBlock.keptBytes(
                        patch,
                        conf.getNOut(),
                        size.steps() * size.samples() * height * width * conf.getNIn(),
                        size.steps() * size.samples() * outHeight * outWidth));
    }

    /** Reads the input; false if it is neither spikes nor sparse, and the pass must be another. */
    boolean read(Frames frames) {
        SpikingConv2D conf = layer.layerConf();
        INDArray images = Memory.fold(layer.input());
        PatchShape patches = new PatchShape(
                Math.toIntExact(images.size(1)),
                Math.toIntExact(images.size(2)),
                Math.toIntExact(images.size(3)),
                conf.getKernel()[0],
                conf.getKernel()[1],
                conf.getStride()[0],
                conf.getStride()[1],
                conf.getPadding()[0],
                conf.getPadding()[1],
                Math.toIntExact(conf.getNOut()));
        shape = new BlockShape(
                patches,
                frames.steps(),
                Math.toIntExact(frames.miniBatch()),
                layer.pools() ? conf.getPoolSize() : 1,
                conf.getPooling() == Pooling.MAX);
        try (var ignored = StageClock.enter(Stage.INPUT)) {
            return block.read(shape, images);
        }
    }

    INDArray forward(INDArray mask, boolean training, LayerWorkspaceMgr workspaces) {
        block.weights(layer.weights(training, workspaces));
        boolean normalises = layer.layerConf().isBatchNorm();
        keepsGradient = training && (block.storesCurrents() || layer.wantsInputGradient());
        boolean stores = keepsGradient && !layer.layerConf().isRecompute();
        stored = stores ? images(ArrayType.ACTIVATIONS, false, workspaces) : null;
        ChannelMoments moments = training ? currents(normalises) : null;
        map = normalises ? layer.normalise(moments) : layer.biasMap();
        walk = layer.neuron().walk(layer.rawConstants(), map, shape.steps());
        INDArray output = images(ArrayType.ACTIVATIONS, true, workspaces);
        INDArray spikes = layer.records() ? images(ArrayType.FF_WORKING_MEM, false, workspaces) : null;
        try (var ignored = StageClock.enter(Stage.FUSED_BLOCK)) {
            block.forward(walk, stored, output, spikes);
        }
        if (mask != null) {
            Masks.applyToRows(output, mask);
        }
        if (spikes != null) {
            if (mask != null) {
                Masks.applyToRows(spikes, mask);
            }
            layer.keep(Memory.unfold(spikes, shape.samples()));
        }
        return output;
    }

    /** Stores the currents if that is wanted; their moments if these are. */
    private ChannelMoments currents(boolean normalises) {
        // not block.moments() where the gradient is kept: with and without storing, the bits are to be the same
        if (stored != null || (normalises && keepsGradient)) {
            try (var ignored = StageClock.enter(Stage.CURRENT)) {
                return block.currents(stored, normalises);
            }
        } else if (normalises) {
            try (var ignored = StageClock.enter(Stage.NORM)) {
                return block.moments();
            }
        }
        return null;
    }

    Pair<Gradient, INDArray> backward(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        // after an inference pass too, nobody could ask for the gradient on the input otherwise
        boolean keeps = keepsGradient || layer.wantsInputGradient();
        INDArray currentGradient = keeps ? images(ArrayType.BP_WORKING_MEM, false, workspaces) : null;
        CoefficientGradients sums;
        try (var ignored = StageClock.enter(Stage.FUSED_BLOCK)) {
            sums = block.backward(walk, stored, epsilon, currentGradient);
        }
        NeuronRun.Gradients gradients = layer.neuron().gradients(layer.rawConstants(), map, sums);
        Gradient gradient = layer.gradientOf(gradients.learned());
        CurrentCorrection correction = map == null ? null : layer.mapGradient(gradient, gradients.input());
        INDArray view = layer.getGradientView(SpikingParameters.WEIGHT);
        try (var ignored = StageClock.enter(Stage.WEIGHT_GRADIENT)) {
            block.weightGradient(view, stored, currentGradient, correction);
        }
        gradient.gradientForVariable().put(SpikingParameters.WEIGHT, view);
        if (!layer.wantsInputGradient()) {
            return new Pair<>(gradient, null);
        }
        return new Pair<>(gradient, inputGradient(currentGradient, workspaces));
    }

    private INDArray inputGradient(INDArray currentGradient, LayerWorkspaceMgr workspaces) {
        PatchShape patches = shape.patches();
        long[] last = {shape.steps(), shape.samples(), patches.height(), patches.width(), patches.channels()};
        INDArray gradient = workspaces
                .createUninitialized(ArrayType.ACTIVATION_GRAD, DataType.FLOAT, last, 'c')
                .permute(0, 1, 4, 2, 3);
        new Convolution(layer.layerConf())
                .inputGradient(currentGradient, layer.weights(true, workspaces), Memory.fold(gradient), workspaces);
        return gradient;
    }

    void clear() {
        stored = null;
        map = null;
        walk = null;
    }

    /** An image for each step and sample, as it leaves the neurons or the pooling: [T*N, C, H, W], channels last. */
    private INDArray images(ArrayType home, boolean pooled, LayerWorkspaceMgr workspaces) {
        PatchShape patches = shape.patches();
        int height = pooled ? shape.pooledHeight() : patches.outHeight();
        int width = pooled ? shape.pooledWidth() : patches.outWidth();
        long[] last = {(long) shape.steps() * shape.samples(), height, width, patches.outputs()};
        return workspaces.createUninitialized(home, DataType.FLOAT, last, 'c').permute(0, 3, 1, 2);
    }
}
