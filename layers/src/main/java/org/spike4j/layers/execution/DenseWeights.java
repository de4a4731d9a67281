package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.NeuronLayer;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.AffineInput;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/**
 * A layer whose current is one matrix product over all steps, see {@link ProductChoice}.
 *
 * @param <C> its configuration
 */
abstract class DenseWeights<C extends NeuronLayer> extends WeightedExecution<C> {
    private static final long serialVersionUID = 1L;

    private transient ProductChoice choice;
    private transient DenseProducts products;

    DenseWeights(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param conf the layer
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(NeuronLayer conf, PassSize size) {
        boolean staticInput = conf.getTimeSteps() > 0;
        long input = staticInput ? size.samples(conf.getNIn()) : size.rows(conf.getNIn());
        long current = staticInput ? size.samples(conf.getNOut()) : size.rows(conf.getNOut());
        return new LayerMemory(current + size.rows(conf.getNOut()), current, conf.isInputGradient() ? input : 0, 0);
    }

    @Override
    int inputRank() {
        return 0;
    }

    @Override
    long[] units() {
        return new long[] {layerConf().getNOut()};
    }

    @Override
    INDArray current(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray rows = checkedRows();
        INDArray current = workspaces.createUninitialized(
                kept(training),
                rows.dataType(),
                new long[] {rows.size(0), layerConf().getNOut()},
                'c');
        try (var ignored = StageClock.enter(Stage.CURRENT)) {
            choice = choice == null ? new ProductChoice() : choice;
            products = choice.of(rows, layerConf().getNOut());
            products.currents(rows, actingWeights(training, ArrayType.FF_WORKING_MEM, workspaces), current);
        }
        return current;
    }

    @Override
    AffineInput map(INDArray currents, boolean training) {
        return biasMap();
    }

    @Override
    void mapGradient(Gradient gradient, AffineInput mapGradient, INDArray currents, INDArray currentGradient) {
        put(gradient, SpikingParameters.BIAS, mapGradient.shift());
    }

    @Override
    INDArray weightGradient(Gradient gradient, INDArray currentGradient, LayerWorkspaceMgr workspaces) {
        INDArray view = gradientViews.get(SpikingParameters.WEIGHT);
        try (var ignored = StageClock.enter(Stage.WEIGHT_GRADIENT)) {
            products.weightGradient(flatRows(), currentGradient, view);
        }
        gradient.gradientForVariable().put(SpikingParameters.WEIGHT, view);
        if (!wantsInputGradient()) {
            return null;
        }
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        INDArray rows =
                inputGradient.reshape('c', currentGradient.size(0), layerConf().getNIn());
        try (var ignored = StageClock.enter(Stage.INPUT_GRADIENT)) {
            products.inputGradient(currentGradient, actingWeights(true, ArrayType.BP_WORKING_MEM, workspaces), rows);
        }
        return inputGradient;
    }

    /**
     * Whether an input of spikes is packed to a bit an element.
     *
     * @param conf the layer
     * @param type of the input
     * @return whether it is
     */
    public static boolean packsSpikes(NeuronLayer conf, DataType type) {
        return ProductChoice.packsSpikes(type, conf.getNIn(), conf.getNOut());
    }

    /** The weights of the product, [nIn, nOut] in f order; those of a law are computed into working memory. */
    INDArray actingWeights(boolean training, ArrayType home, LayerWorkspaceMgr workspaces) {
        return weights(training, workspaces);
    }

    /** The input as rows of the features that the weights take. */
    final INDArray checkedRows() {
        INDArray rows = flatRows();
        if (rows.size(1) != layerConf().getNIn()) {
            throw new IllegalArgumentException(
                    "input must have " + layerConf().getNIn() + " features, had " + rows.size(1) + " " + layerId());
        }
        return rows;
    }

    private INDArray flatRows() {
        long rows = input.size(0) * input.size(1);
        return input.reshape('c', rows, input.length() / rows);
    }
}
