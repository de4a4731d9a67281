package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.Layout;
import org.spike4j.layers.SpikingActivation;
import org.spike4j.neuron.kernel.BackwardArrays;
import org.spike4j.neuron.kernel.ForwardArrays;

/** {@link SpikingActivation} at work, on a current that is brought into time-major memory, see {@link TimeMemory}. */
public final class ActivationExecution extends SpikingExecution<SpikingActivation> {
    private static final long serialVersionUID = 1L;

    private transient INDArray current;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public ActivationExecution(NeuralNetConfiguration conf, DataType dataType) {
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
        long rows = size.rows(units);
        long copy = layout == Layout.FOLDED ? 0 : rows;
        return new LayerMemory(copy + rows, copy, rows, 0);
    }

    @Override
    INDArray forward(INDArray from, INDArray to, boolean training, LayerWorkspaceMgr workspaces) {
        applyDropOutIfNecessary(training, workspaces);
        current = memory().timeMajor(input, kept(training), workspaces);
        INDArray spikes = workspaces.createUninitialized(
                ArrayType.ACTIVATIONS, current.dataType(), current.shape(), memory().order());
        neuron().forward(
                        rawConstants(),
                        null,
                        memory().shape(current),
                        ForwardArrays.of(current, spikes).withState(from, to));
        memory().applyMask(spikes, maskArray);
        keep(layerConf().getLayout() == Layout.SEQUENCE ? spikes.permute(2, 0, 1) : spikes);
        return memory().outputView(spikes);
    }

    @Override
    Pair<Gradient, INDArray> backward(INDArray epsilon, INDArray from, LayerWorkspaceMgr workspaces) {
        INDArray unfolded = memory().unfolded(epsilon, input.shape(), workspaces);
        char order = memory().order();
        if (maskArray != null) {
            unfolded = workspaces.dup(ArrayType.BP_WORKING_MEM, unfolded, order); // epsilon may be others' too
            memory().applyMask(unfolded, maskArray);
        }
        INDArray inputGradient =
                workspaces.createUninitialized(ArrayType.ACTIVATION_GRAD, current.dataType(), current.shape(), order);
        BackwardArrays arrays =
                BackwardArrays.of(current, unfolded, inputGradient).withState(from, null);
        NeuronRun.Gradients gradients = neuron().backward(rawConstants(), null, memory().shape(current), arrays);
        INDArray view = memory().inputView(inputGradient);
        return new Pair<>(gradientOf(gradients.learned()), backpropDropOutIfPresent(view));
    }

    @Override
    long[] stateShape() {
        return memory().stateShape(carriedStates(), input.shape());
    }

    @Override
    public void clear() {
        super.clear();
        current = null;
    }

    @Override
    INDArray byTime(INDArray output) {
        return switch (layerConf().getLayout()) {
            case SEQUENCE -> output.permute(2, 0, 1);
            case VOLUME -> output.permute(2, 0, 1, 3, 4);
            case FOLDED -> super.byTime(output);
        };
    }

    @Override
    INDArray maskByTime() {
        boolean folded = layerConf().getLayout() == Layout.FOLDED;
        return folded || maskArray == null ? super.maskByTime() : maskArray.transpose();
    }

    private TimeMemory memory() {
        return new TimeMemory(layerConf().getLayout(), layerId());
    }
}
