package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.Layout;
import org.spike4j.layers.SynapseLayer;
import org.spike4j.layers.SynapseParameters;
import org.spike4j.neuron.kernel.SeriesKernels;
import org.spike4j.neuron.kernel.SeriesMap;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;
import org.spike4j.neuron.synapse.LearnedSynapse;

/** {@link SynapseLayer} at work; its state is that of the delay line or filter. */
public final class SynapseExecution extends StatefulExecution<SynapseLayer> {
    private static final long serialVersionUID = 1L;

    private transient INDArray values;
    private transient SeriesMap map;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public SynapseExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Memory of a training pass.
     *
     * @param layout of the input; what is not folded is taken to lie batch first, and copied
     * @param units values of a sample at a step
     * @param size steps and samples
     * @return bytes by kind
     */
    public static LayerMemory memory(Layout layout, long units, PassSize size) {
        return ActivationExecution.memory(layout, units, size);
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        applyDropOutIfNecessary(training, workspaces);
        map = training ? layerConf().getSynapse() : layerConf().getSynapse().inInference();
        values = memory().timeMajor(input, kept(training), workspaces);
        INDArray output = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, values.dataType(), values.shape(), memory().order());
        try (var ignored = StageClock.enter(Stage.NEURON)) {
            SeriesKernels.forward(
                    map,
                    learned().values(raw()),
                    memory().shape(values),
                    new SeriesKernels.Forward(values, from, output, to));
        }
        memory().applyMask(output, maskArray);
        return memory().outputView(output);
    }

    @Override
    Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces) {
        INDArray outputGradient = memory().unfolded(epsilon, input.shape(), workspaces);
        char order = memory().order();
        if (maskArray != null) {
            outputGradient = workspaces.dup(ArrayType.BP_WORKING_MEM, outputGradient, order); // may be others' too
            memory().applyMask(outputGradient, maskArray);
        }
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, values.dataType(), values.shape(), order);
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        try (var ignored = StageClock.enter(Stage.NEURON)) {
            double[] raw = raw();
            double[][] gradients = SeriesKernels.backward(
                    map,
                    learned().values(raw),
                    memory().shape(values),
                    new SeriesKernels.Backward(values, from, outputGradient, inputGradient));
            if (raw.length > 0) {
                put(gradient, SynapseParameters.SYNAPSE, learned().gradient(raw, gradients));
            }
        }
        return new Pair<>(gradient, backpropDropOutIfPresent(memory().inputView(inputGradient)));
    }

    @Override
    long[] stateShape() {
        return memory().stateShape(layerConf().getSynapse().stateCount(), input.shape());
    }

    @Override
    public void clear() {
        super.clear();
        values = null;
    }

    private TimeMemory memory() {
        return new TimeMemory(layerConf().getLayout(), layerId());
    }

    private LearnedSynapse learned() {
        return new LearnedSynapse(
                layerConf().getSynapse(), Math.toIntExact(layerConf().getNOut()));
    }

    private double[] raw() {
        INDArray raw = params.get(SynapseParameters.SYNAPSE);
        return raw == null ? new double[0] : raw.toDoubleVector();
    }
}
