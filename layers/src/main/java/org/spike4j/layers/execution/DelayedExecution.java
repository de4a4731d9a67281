package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.layers.SpikingDelayed;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.synapse.GaussianDelays;

/**
 * {@link SpikingDelayed} at work. Rows lie time-major, so the input of d steps ago is the same rows, d * N further up: a product
 * for each delay reads them in place. The carried state is that of the neurons, [states, N, nOut], and behind it in memory
 * the input of the last steps, [maxDelay, N, nIn].
 */
public final class DelayedExecution extends DenseWeights<SpikingDelayed> {
    private static final long serialVersionUID = 1L;

    private transient INDArray line; // before the first step, null for zeros
    private transient DelayProducts products;
    private transient GaussianDelays delays;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public DelayedExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param conf the layer
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(SpikingDelayed conf, PassSize size) {
        LayerMemory dense = DenseWeights.memory(conf, size);
        long kernels = (conf.getMaxDelay() + 1)
                * conf.getNIn()
                * conf.getNOut()
                * size.type().width();
        long padded = size.rows(conf.getNIn()) + size.samples(conf.getMaxDelay() * conf.getNIn());
        return new LayerMemory(
                dense.stored() + padded + kernels, dense.working() + kernels, dense.inputGradient(), dense.scratch());
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        line = line(from);
        INDArray output = super.forward(from, to, training, workspaces);
        if (to != null) {
            line(to).assign(products.lastRows(line(to).size(0)));
        }
        return output;
    }

    @Override
    INDArray current(boolean training, LayerWorkspaceMgr workspaces) {
        INDArray rows = checkedRows();
        int longest = layerConf().getMaxDelay();
        INDArray current = workspaces.createUninitialized(
                kept(training),
                rows.dataType(),
                new long[] {rows.size(0), layerConf().getNOut()},
                'c');
        try (var ignored = StageClock.enter(Stage.CURRENT)) {
            delays = new GaussianDelays(longest, sigma(training));
            double[] expanded = delays.expand(values(weights(training, workspaces)), values(rawDelays()));
            INDArray kernels = workspaces.createUninitialized(
                    kept(training),
                    rows.dataType(),
                    new long[] {longest + 1, layerConf().getNOut(), layerConf().getNIn()},
                    'c');
            Values.write(expanded, kernels);
            INDArray padded = workspaces.createUninitialized(
                    kept(training),
                    rows.dataType(),
                    new long[] {longest * input.size(1) + rows.size(0), rows.size(1)},
                    'c');
            products = new DelayProducts(padded, kernels, input.size(1));
            products.read(line, rows);
            products.currents(current);
        }
        return current;
    }

    @Override
    INDArray weightGradient(Gradient gradient, INDArray currentGradient, LayerWorkspaceMgr workspaces) {
        try (var ignored = StageClock.enter(Stage.WEIGHT_GRADIENT)) {
            INDArray kernelGradient = workspaces.createUninitialized(
                    ArrayType.BP_WORKING_MEM,
                    currentGradient.dataType(),
                    products.kernels().shape(),
                    'c');
            products.kernelGradient(currentGradient, kernelGradient);
            double[] weights = values(weights(true, workspaces));
            double[] ofWeights = new double[weights.length];
            double[] ofDelays = new double[weights.length];
            delays.pullBack(weights, values(rawDelays()), Values.read(kernelGradient), ofWeights, ofDelays);
            write(gradient, SpikingParameters.WEIGHT, ofWeights);
            write(gradient, SpikingParameters.DELAY, ofDelays);
        }
        if (!wantsInputGradient()) {
            return null;
        }
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, input.dataType(), input.shape(), 'c');
        try (var ignored = StageClock.enter(Stage.INPUT_GRADIENT)) {
            products.inputGradient(
                    currentGradient,
                    inputGradient.reshape(
                            'c', currentGradient.size(0), layerConf().getNIn()));
        }
        return inputGradient;
    }

    @Override
    INDArray walk(Walk walk, INDArray currents, INDArray spikes, boolean training, LayerWorkspaceMgr workspaces) {
        return super.walk(ofNeurons(walk), currents, spikes, training, workspaces);
    }

    @Override
    NeuronRun.Gradients walkBack(
            Walk walk,
            INDArray currents,
            INDArray spikeGradient,
            INDArray currentGradient,
            LayerWorkspaceMgr workspaces) {
        return super.walkBack(ofNeurons(walk), currents, spikeGradient, currentGradient, workspaces);
    }

    @Override
    INDArray pooled(INDArray spikes, LayerWorkspaceMgr workspaces) {
        return spikes;
    }

    @Override
    INDArray unpooled(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
    }

    @Override
    long[] stateShape() {
        long[] neurons = super.stateShape();
        long ofLine = layerConf().getMaxDelay() * layerConf().getNIn();
        return new long[] {1, neurons[1], neurons[0] * neurons[2] + ofLine};
    }

    @Override
    public void clear() {
        super.clear();
        line = null;
        products = null;
    }

    private double sigma(boolean training) {
        if (training) {
            return layerConf().getSigma().at(getIterationCount(), getEpochCount());
        }
        return layerConf().isRoundedInference() ? 0 : layerConf().getSigma().last();
    }

    private INDArray rawDelays() {
        return params.get(SpikingParameters.DELAY);
    }

    private Walk ofNeurons(Walk walk) {
        return new Walk(walk.map(), walk.shape(), ofNeurons(walk.from()), ofNeurons(walk.to()));
    }

    private INDArray ofNeurons(INDArray state) {
        if (state == null) {
            return null;
        }
        long[] shape = super.stateShape();
        return flat(state)
                .get(NDArrayIndex.interval(0, shape[0] * shape[1] * shape[2]))
                .reshape('c', shape);
    }

    private INDArray line(INDArray state) {
        if (state == null) {
            return null;
        }
        long inputs = layerConf().getNIn();
        long rows = layerConf().getMaxDelay() * state.size(1);
        long length = state.length();
        return flat(state)
                .get(NDArrayIndex.interval(length - rows * inputs, length))
                .reshape('c', rows, inputs);
    }

    private static INDArray flat(INDArray state) {
        return state.reshape('c', new long[] {state.length()});
    }

    /** Values of a parameter [nIn, nOut] in the order of its memory, output by output. */
    private static double[] values(INDArray parameter) {
        return Values.read(parameter.transpose());
    }

    private void write(Gradient gradient, String key, double[] values) {
        INDArray view = gradientViews.get(key);
        Values.write(values, view.transpose());
        gradient.gradientForVariable().put(key, view);
    }
}
