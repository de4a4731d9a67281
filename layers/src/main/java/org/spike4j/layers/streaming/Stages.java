package org.spike4j.layers.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.DenseNeuronLayer;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.Pooling;
import org.spike4j.layers.RateReadout;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.SequenceReadout;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.layers.SpikingRecurrentConv2D;
import org.spike4j.layers.TimeMajor;
import org.spike4j.layers.UnweightedReadout;
import org.spike4j.layers.execution.DenseExecution;
import org.spike4j.layers.execution.RecurrentExecution;
import org.spike4j.layers.execution.SpikingExecution;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.KernelChoice;
import org.spike4j.neuron.kernel.NeuronStream;
import org.spike4j.neuron.patch.ImagePool;
import org.spike4j.neuron.patch.ImageProduct;
import org.spike4j.neuron.patch.PatchShape;

/** Translates a network into stages, layer by layer, with the size of the activations on the way. */
final class Stages {
    private final List<Stage> stages = new ArrayList<>();
    private FrameShape shape;

    private Stages(FrameShape frame) {
        shape = frame;
        stages.add(new FrameStage(frame));
    }

    /** The stages of a network. */
    static List<Stage> of(MultiLayerNetwork network, FrameShape frame) {
        Stages stages = new Stages(frame);
        for (int k = 0; k < network.getnLayers(); k++) {
            InputPreProcessor before = network.getLayerWiseConfigurations().getInputPreProcess(k);
            Layer layer = network.getLayer(k);
            String name = nameOf(layer, k);
            if (before != null && !(before instanceof TimeMajor)) {
                throw new IllegalArgumentException(
                        "the preprocessor " + before.getClass().getSimpleName() + " in front of " + name
                                + " cannot be streamed; use network.rnnTimeStep(...)");
            }
            stages.add(layer, name, k == network.getnLayers() - 1);
        }
        return stages.stages;
    }

    private void add(Layer layer, String name, boolean last) {
        org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
        boolean readout = conf instanceof UnweightedReadout || conf instanceof LeakyReadout;
        if (readout != last) {
            throw new IllegalArgumentException(
                    "the last layer, and no other, must be a RateReadout, a SequenceReadout or a"
                            + " LeakyReadout, "
                            + (last ? "but the last is " : "but there is ") + name + "; use network.rnnTimeStep(...)");
        }
        if (conf instanceof SpikingConv2D convolution) {
            addConvolution((SpikingExecution<?>) layer, convolution, name);
        } else if (conf instanceof SpikingRecurrentConv2D recurrent) {
            addRecurrentConvolution((SpikingExecution<?>) layer, recurrent, name);
        } else if (conf instanceof SpikingDense dense) {
            DenseExecution weighted = (DenseExecution) layer;
            addDense(weighted, dense, weighted.actingWeights(), name);
        } else if (conf instanceof SpikingRecurrent recurrent) {
            addRecurrent((RecurrentExecution) layer, recurrent, name);
        } else if (conf instanceof SpikingActivation activation) {
            requireInputs(activation.getNIn(), shape.channels(), "channels or features", name);
            addNeurons((SpikingExecution<?>) layer);
        } else if (conf instanceof LeakyReadout leaky) {
            addDense((SpikingExecution<?>) layer, leaky, layer.getParam(SpikingParameters.WEIGHT), name);
            SequenceLoss loss = leaky.getSequenceLoss();
            Consumer<double[]> activation =
                    loss == null ? OutputActivation.of(leaky.getActivationFn(), name)::apply : loss::activateInPlace;
            stages.add(new ReadoutStage(leaky.objective().reduction(), activation, shape, 1));
        } else if (conf instanceof RateReadout rate) {
            OutputActivation activation = OutputActivation.of(rate.getActivationFn(), name);
            stages.add(new ReadoutStage(Reduction.MEAN, activation::apply, shape, 1));
        } else if (conf instanceof SequenceReadout sequence) {
            SequenceLoss loss = sequence.getLoss(); // trains leave step by step: the last one is the present one
            stages.add(new ReadoutStage(loss.reduction(), loss::activateInPlace, shape, sequence.getNeuronsPerClass()));
        } else {
            throw new IllegalArgumentException(
                    name + " cannot be streamed, only SpikingConv2D, SpikingRecurrentConv2D,"
                            + " SpikingDense, SpikingRecurrent, SpikingActivation, RateReadout, SequenceReadout and LeakyReadout; use network.rnnTimeStep(...)");
        }
    }

    private void addConvolution(SpikingExecution<?> layer, SpikingConv2D conf, String name) {
        addConvolutionProduct(layer, conf.getKernel(), conf.getStride(), conf.getPadding(), name);
        addNeurons(layer);
        if (conf.getPooling() != Pooling.NONE) {
            int outputs = shape.channels();
            int size = conf.getPoolSize();
            boolean maximum = conf.getPooling() == Pooling.MAX;
            stages.add(new PoolStage(new ImagePool(shape.height(), shape.width(), outputs, size, maximum)));
            shape = FrameShape.of(outputs, shape.height() / size, shape.width() / size);
        }
    }

    private void addRecurrentConvolution(SpikingExecution<?> layer, SpikingRecurrentConv2D conf, String name) {
        addConvolutionProduct(layer, conf.getKernel(), conf.getStride(), conf.getPadding(), name);
        int side = conf.getRecurrentKernel();
        PatchShape around =
                patches(new int[] {side, side}, new int[] {1, 1}, new int[] {side / 2, side / 2}, shape.channels());
        ImageProduct feedback = new ImageProduct(around, weights(layer, SpikingParameters.RECURRENT_WEIGHT, name));
        stages.add(new RecurrentStage(feedback::currents, neurons(layer)));
    }

    private void addConvolutionProduct(
            SpikingExecution<?> layer, int[] kernel, int[] stride, int[] padding, String name) {
        NeuronLayer conf = (NeuronLayer) layer.conf().getLayer();
        requireInputs(conf.getNIn(), shape.channels(), "channels", name);
        PatchShape patches = patches(kernel, stride, padding, Math.toIntExact(conf.getNOut()));
        stages.add(new ProductStage(new ImageProduct(patches, weights(layer, SpikingParameters.WEIGHT, name))));
        shape = new FrameShape(patches.outputs(), patches.outHeight(), patches.outWidth());
    }

    private PatchShape patches(int[] kernel, int[] stride, int[] padding, int outputs) {
        return new PatchShape(
                shape.channels(),
                shape.height(),
                shape.width(),
                kernel[0],
                kernel[1],
                stride[0],
                stride[1],
                padding[0],
                padding[1],
                outputs);
    }

    private void addDense(SpikingExecution<?> layer, DenseNeuronLayer conf, INDArray weights, String name) {
        addDenseProduct(weights, conf, name);
        addNeurons(layer);
    }

    private void addRecurrent(RecurrentExecution layer, SpikingRecurrent conf, String name) {
        addDenseProduct(layer.getParam(SpikingParameters.WEIGHT), conf, name);
        INDArray acting = layer.recurrentWeights(); // [in, out], or one a neuron
        float[] weights = weights(acting, name);
        Feedback feedback =
                acting.rank() == 2 ? product(shape, shape.length(), weights)::currents : Feedback.oneToOne(weights);
        stages.add(new RecurrentStage(feedback, neurons(layer)));
    }

    private void addDenseProduct(INDArray acting, DenseNeuronLayer conf, String name) {
        requireInputs(conf.getNIn(), shape.length(), "features", name);
        int outputs = Math.toIntExact(conf.getNOut());
        float[] weights = weights(acting, name); // [in, out], inputs in the order [C, H, W]
        stages.add(new ProductStage(product(shape, outputs, weights)));
        shape = FrameShape.features(outputs);
    }

    private static ImageProduct product(FrameShape from, int outputs, float[] byInput) {
        int inputs = from.length();
        float[] byOutput = new float[byInput.length];
        for (int k = 0; k < inputs; k++) {
            for (int output = 0; output < outputs; output++) {
                byOutput[output * inputs + k] = byInput[from.channelsFirst(k) * outputs + output];
            }
        }
        return new ImageProduct(PatchShape.dense(1, inputs, outputs), byOutput);
    }

    private void addNeurons(SpikingExecution<?> layer) {
        stages.add(new NeuronStage(neurons(layer)));
    }

    private NeuronStream neurons(SpikingExecution<?> layer) {
        NeuronLayer conf = (NeuronLayer) layer.conf().getLayer();
        Coefficients coefficients = layer.inferenceCoefficients();
        int rows = shape.length() / coefficients.channels(); // 1 where the neurons of a channel differ
        return NeuronStream.of(conf.getNeuron().dynamics(), coefficients, rows, KernelChoice.AUTOMATIC);
    }

    private static float[] weights(SpikingExecution<?> layer, String parameter, String name) {
        return weights(layer.getParam(parameter), name);
    }

    private static float[] weights(INDArray array, String name) {
        float[] weights = array.castTo(DataType.FLOAT)
                .dup('c')
                .reshape('c', new long[] {array.length()})
                .toFloatVector();
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new IllegalArgumentException("the weights of " + name + " must be finite numbers, one was "
                        + weight + "; check the learning rate");
            }
        }
        return weights;
    }

    private void requireInputs(long wanted, int found, String what, String name) {
        if (wanted != found) {
            throw new IllegalArgumentException(name + " takes " + wanted + " " + what + ", but activations of " + shape
                    + " reach it; give the size of a frame that the network was made for");
        }
    }

    private static String nameOf(Layer layer, int index) {
        org.deeplearning4j.nn.conf.layers.Layer conf = layer.conf().getLayer();
        String given = conf.getLayerName() == null ? "layer" + index : conf.getLayerName();
        return conf.getClass().getSimpleName() + " \"" + given + "\"";
    }
}
