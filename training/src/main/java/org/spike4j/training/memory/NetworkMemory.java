package org.spike4j.training.memory;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.layers.DenseNeuronLayer;
import org.spike4j.layers.LearnedQuantization;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.layers.TrainedMemory;
import org.spike4j.layers.execution.Conv2DExecution;
import org.spike4j.layers.execution.DenseExecution;
import org.spike4j.layers.execution.LayerMemory;
import org.spike4j.layers.execution.PassSize;

/**
 * The memory of one pass of a network, layer by layer.
 *
 * @param layers from the input to the output
 * @param input bytes of the input
 */
record NetworkMemory(List<LayerRow> layers, long input) {
    /** Deeplearning4j's workspaces are larger than what is asked of them: 5 % for activations, 2 % for the rest. */
    private static final double STORED_MARGIN = 1.05;

    private static final double WORKING_MARGIN = 1.02;

    static NetworkMemory of(MultiLayerConfiguration network, InputType input, PassSize inputSize) {
        PassSize size = inputSize;
        List<InputType> outputs = network.getLayerActivationTypes(input);
        List<LayerRow> rows = new ArrayList<>();
        InputType below = input;
        for (int k = 0; k < outputs.size(); k++) {
            NeuralNetConfiguration conf = network.getConf(k);
            LayerRow row = row(conf, k, below, outputs.get(k), size);
            Layer source = k == 0 ? null : network.getConf(k - 1).getLayer();
            rows.add(
                    isTurned(source, conf.getLayer(), size)
                            ? row.withCopyOf(size.rows(below.arrayElementsPerExample()))
                            : row);
            below = outputs.get(k);
            if (conf.getLayer() instanceof LearnedQuantization fewer) {
                size = new PassSize(fewer.outputSteps(), size.samples(), size.type());
            }
        }
        long elements = input.arrayElementsPerExample()
                * inputSize.samples()
                * inputSize.type().width();
        return new NetworkMemory(List.copyOf(rows), elements);
    }

    /** Whether a layer must copy its input into c order, because the one below left it with the channels last. */
    private static boolean isTurned(Layer source, Layer layer, PassSize size) {
        return source instanceof SpikingConv2D convolution
                && !(layer instanceof SpikingConv2D)
                && Conv2DExecution.leavesChannelsLast(convolution, size.type());
    }

    private static LayerRow row(
            NeuralNetConfiguration conf, int index, InputType input, InputType output, PassSize size) {
        Layer layer = conf.getLayer();
        long count = layer.initializer().numParams(conf);
        long width = size.type().width();
        long state = count > 0 && layer instanceof BaseLayer learning
                ? learning.getIUpdater().stateSize(count)
                : 0;
        LayerMemory pass =
                layer instanceof TrainedMemory known ? known.trainingMemory(input, size) : unknown(output, size);
        if (layer instanceof NeuronLayer neurons && neurons.getActivity() != null) {
            pass = withPricedGradient(pass, bytes(output, size));
        }
        String name = layer.getLayerName() == null ? "layer" + index : layer.getLayerName();
        return new LayerRow(name, count * width, state * width, packsSpikes(layer, size.type()), pass);
    }

    private static boolean packsSpikes(Layer layer, DataType type) {
        return layer instanceof SpikingConv2D convolution
                ? Conv2DExecution.packsSpikes(convolution, type)
                : layer instanceof DenseNeuronLayer dense && DenseExecution.packsSpikes(dense, type);
    }

    /** A layer of Deeplearning4j: its output, a copy of it such as a mask, and its gradient. */
    private static LayerMemory unknown(InputType output, PassSize size) {
        long bytes = bytes(output, size);
        return new LayerMemory(2 * bytes, 0, bytes, 0);
    }

    /** A price on the activity is added to a copy of the gradient on the output. */
    private static LayerMemory withPricedGradient(LayerMemory pass, long output) {
        return new LayerMemory(pass.stored(), pass.working() + output, pass.inputGradient(), pass.scratch());
    }

    private static long bytes(InputType output, PassSize size) {
        boolean timed = output.getType() == InputType.Type.RNN || output.getType() == InputType.Type.CNN3D;
        long units = output.arrayElementsPerExample();
        return timed ? size.samples(units) : size.rows(units);
    }

    long parameters() {
        return layers.stream().mapToLong(LayerRow::parameters).sum();
    }

    long updaterState() {
        return layers.stream().mapToLong(LayerRow::updaterState).sum();
    }

    /**
     * Peak of a pass: all that is stored, the working memory of the greediest layer, the gradients between layers, which
     * two workspaces hold by turns, and the largest scratch.
     */
    long pass() {
        double stored = layers.stream().mapToLong(row -> row.pass().stored()).sum() * STORED_MARGIN;
        long[] turns = new long[2];
        for (int k = 0; k < layers.size(); k++) {
            turns[k % 2] = Math.max(turns[k % 2], layers.get(k).pass().inputGradient());
        }
        long scratch =
                layers.stream().mapToLong(row -> row.pass().scratch()).max().orElse(0);
        return Math.round(stored + (turns[0] + turns[1]) * WORKING_MARGIN) + working() + scratch;
    }

    /** The working memory of the greediest layer; that of a forward pass alone is as large. */
    long working() {
        return Math.round(
                layers.stream().mapToLong(row -> row.pass().working()).max().orElse(0) * WORKING_MARGIN);
    }
}
