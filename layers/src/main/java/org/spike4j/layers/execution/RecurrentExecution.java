package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.DaleLaw;
import org.spike4j.layers.RecurrentConnections;
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
                CarriedOutput.neurons(walk.from()),
                CarriedOutput.output(walk.from()),
                whole,
                spikes,
                CarriedOutput.neurons(walk.to()));
        neuron().forward(rawConstants(), walk.map(), walk.shape(), arrays);
        CarriedOutput.keepLast(spikes, walk.to());
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
                CarriedOutput.neurons(walk.from()),
                spikeGradient,
                whole);
        NeuronRun.Gradients gradients = neuron().backward(rawConstants(), walk.map(), walk.shape(), arrays);
        try (var ignored = StageClock.enter(Stage.WEIGHT_GRADIENT)) {
            recurrentGradient(walk, whole, workspaces);
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

    /**
     * The recurrent weights as they act.
     *
     * @return R, [nOut, nOut] in f order from the neuron that puts out, or [nOut] for one-to-one connections
     */
    public INDArray recurrentWeights() {
        return acting(
                params.get(SpikingParameters.RECURRENT_WEIGHT),
                ArrayType.FF_WORKING_MEM,
                LayerWorkspaceMgr.noWorkspaces());
    }

    private INDArray recurrentWeights(boolean training, ArrayType home, LayerWorkspaceMgr workspaces) {
        return acting(getParamWithNoise(SpikingParameters.RECURRENT_WEIGHT, training, workspaces), home, workspaces);
    }

    /** R in f order from its parameter, which lies so; weight noise may have made another. */
    private INDArray acting(INDArray parameter, ArrayType home, LayerWorkspaceMgr workspaces) {
        DaleLaw law = layerConf().getDaleLaw();
        long units = layerConf().getNOut();
        return switch (layerConf().getConnections()) {
            case ALL_TO_ALL -> {
                if (law != null) {
                    INDArray weights =
                            workspaces.createUninitialized(home, parameter.dataType(), new long[] {units, units}, 'f');
                    law.apply(parameter, weights);
                    yield weights;
                }
                yield parameter.stride(0) == 1 ? parameter : workspaces.dup(home, parameter, 'f');
            }
            case ONE_TO_ONE -> parameter;
            case ONE_TO_ONE_SHARED ->
                workspaces
                        .createUninitialized(home, parameter.dataType(), new long[] {units}, 'c')
                        .assign(parameter.getDouble(0));
            case LATERAL_INHIBITION -> {
                INDArray weights =
                        workspaces.createUninitialized(home, parameter.dataType(), new long[] {units, units}, 'f');
                layerConf().getInhibition().apply(parameter.getDouble(0), weights);
                yield weights;
            }
        };
    }

    /** Writes the gradient of the parameter behind R. */
    private void recurrentGradient(Walk walk, INDArray onCurrent, LayerWorkspaceMgr workspaces) {
        INDArray view = gradientViews.get(SpikingParameters.RECURRENT_WEIGHT);
        long units = layerConf().getNOut();
        INDArray onWeights = switch (layerConf().getConnections()) {
            case ALL_TO_ALL, ONE_TO_ONE -> view;
            case ONE_TO_ONE_SHARED ->
                workspaces.createUninitialized(ArrayType.BP_WORKING_MEM, view.dataType(), new long[] {units}, 'c');
            case LATERAL_INHIBITION ->
                workspaces.createUninitialized(
                        ArrayType.BP_WORKING_MEM, view.dataType(), new long[] {units, units}, 'f');
        };
        recurrentGradient = recurrentGradient == null ? new RecurrentWeightGradient() : recurrentGradient;
        recurrentGradient.compute(walk.shape(), CarriedOutput.output(walk.from()), fedBack, onCurrent, onWeights);
        if (layerConf().getConnections() == RecurrentConnections.ONE_TO_ONE_SHARED) {
            view.assign(onWeights.sumNumber());
        }
        if (layerConf().getInhibition() != null) {
            INDArray raw = getParamWithNoise(SpikingParameters.RECURRENT_WEIGHT, true, workspaces);
            view.assign(layerConf().getInhibition().pullBack(onWeights, raw.getDouble(0)));
        }
        if (layerConf().getDaleLaw() != null) {
            INDArray raw = getParamWithNoise(SpikingParameters.RECURRENT_WEIGHT, true, workspaces);
            layerConf().getDaleLaw().pullBackInPlace(view, raw);
        }
        if (!layerConf().isSelfConnections()) {
            clearDiagonal(view);
        }
    }
}
