package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.layers.SpikingParameters;
import org.spike4j.layers.SpikingRecurrent;
import org.spike4j.neuron.kernel.RecurrentBackward;
import org.spike4j.neuron.kernel.RecurrentForward;
import org.spike4j.neuron.kernel.RecurrentWeightGradient;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock;

/**
 * {@link SpikingRecurrent} at work. The product with the input runs once over all steps, the one with the last output from
 * step to step in the kernel, which leaves the whole current for the way back. The carried state is that of the neurons,
 * and behind it their last output.
 */
public final class RecurrentExecution extends DenseWeights<SpikingRecurrent> {
    private static final long serialVersionUID = 1L;

    /** What the neurons put out, without a mask; only after a forward pass in training. */
    private transient INDArray fedBack;

    private transient RecurrentWeightGradient recurrentGradient;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public RecurrentExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * Sets the diagonal of a square matrix to 0.
     *
     * @param square changed in place
     */
    public static void clearDiagonal(INDArray square) {
        for (long k = 0; k < square.size(0); k++) {
            square.putScalar(k, k, 0);
        }
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
    INDArray walk(Walk walk, INDArray currents, INDArray spikes, boolean training, LayerWorkspaceMgr workspaces) {
        INDArray whole = walk.shape().staticInput()
                ? workspaces.createUninitialized(kept(training), spikes.dataType(), spikes.shape(), 'c')
                : currents;
        RecurrentForward arrays = new RecurrentForward(
                currents,
                recurrentWeights(training, ArrayType.FF_WORKING_MEM, workspaces),
                neuronState(walk.from()),
                lastOutput(walk.from()),
                whole,
                spikes,
                neuronState(walk.to()));
        neuron().forward(rawConstants(), walk.map(), walk.shape(), arrays);
        if (walk.to() != null) {
            long rows = spikes.size(0);
            INDArray last = spikes.get(NDArrayIndex.interval(rows - walk.to().size(1), rows), NDArrayIndex.all());
            lastOutput(walk.to()).assign(last.reshape('c', lastOutput(walk.to()).shape()));
        }
        if (training) {
            fedBack = maskArray == null ? spikes : workspaces.dup(ArrayType.ACTIVATIONS, spikes, 'c');
        }
        return whole;
    }

    @Override
    NeuronRun.Gradients walkBack(
            Walk walk,
            INDArray currents,
            INDArray spikeGradient,
            INDArray currentGradient,
            LayerWorkspaceMgr workspaces) {
        boolean isStatic = walk.shape().staticInput();
        INDArray whole = isStatic
                ? workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, currents.dataType(), currents.shape(), 'c')
                : currentGradient;
        RecurrentBackward arrays = new RecurrentBackward(
                currents,
                recurrentWeights(true, ArrayType.BP_WORKING_MEM, workspaces),
                neuronState(walk.from()),
                spikeGradient,
                whole);
        NeuronRun.Gradients gradients = neuron().backward(rawConstants(), walk.map(), walk.shape(), arrays);
        INDArray view = gradientViews.get(SpikingParameters.RECURRENT_WEIGHT);
        try (var ignored = StageClock.enter(Stage.WEIGHT_GRADIENT)) {
            recurrentGradient = recurrentGradient == null ? new RecurrentWeightGradient() : recurrentGradient;
            recurrentGradient.compute(walk.shape(), lastOutput(walk.from()), fedBack, whole, view);
        }
        if (!layerConf().isSelfConnections()) {
            clearDiagonal(view);
        }
        if (isStatic) {
            long steps = walk.shape().steps();
            whole.reshape('c', steps, currentGradient.size(0), currentGradient.size(1))
                    .sum(currentGradient, 0);
        }
        return gradients;
    }

    @Override
    INDArray weightGradient(Gradient gradient, INDArray currentGradient, LayerWorkspaceMgr workspaces) {
        INDArray view = gradientViews.get(SpikingParameters.RECURRENT_WEIGHT);
        gradient.gradientForVariable().put(SpikingParameters.RECURRENT_WEIGHT, view); // written on the way back
        return super.weightGradient(gradient, currentGradient, workspaces);
    }

    @Override
    int carriedStates() {
        return super.carriedStates() + 1;
    }

    @Override
    public void clear() {
        super.clear();
        fedBack = null;
    }

    private INDArray neuronState(INDArray state) {
        return state == null ? null : state.get(NDArrayIndex.interval(0, state.size(0) - 1));
    }

    private INDArray lastOutput(INDArray state) {
        return state == null ? null : state.get(NDArrayIndex.interval(state.size(0) - 1, state.size(0)));
    }

    /** R in f order, as it lies in the parameters; weight noise may have made another. */
    private INDArray recurrentWeights(boolean training, ArrayType home, LayerWorkspaceMgr workspaces) {
        INDArray weights = getParamWithNoise(SpikingParameters.RECURRENT_WEIGHT, training, workspaces);
        return weights.stride(0) == 1 ? weights : workspaces.dup(home, weights, 'f');
    }
}
