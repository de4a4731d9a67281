package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.DaleLaw;
import org.spike4j.layers.SpikingDense;
import org.spike4j.layers.SpikingParameters;

/** {@link SpikingDense} at work. */
public final class DenseExecution extends DenseWeights<SpikingDense> {
    private static final long serialVersionUID = 1L;

    /**
     * A layer.
     *
     * @param conf its configuration
     * @param dataType of its parameters
     */
    public DenseExecution(NeuralNetConfiguration conf, DataType dataType) {
        super(conf, dataType);
    }

    /**
     * The weights as they act.
     *
     * @return W, [nIn, nOut] in f order
     */
    public INDArray actingWeights() {
        return actingWeights(false, ArrayType.FF_WORKING_MEM, LayerWorkspaceMgr.noWorkspaces());
    }

    @Override
    INDArray actingWeights(boolean training, ArrayType home, LayerWorkspaceMgr workspaces) {
        INDArray raw = weights(training, workspaces);
        DaleLaw law = layerConf().getDaleLaw();
        if (law == null) {
            return raw;
        }
        INDArray acting = workspaces.createUninitialized(home, raw.dataType(), raw.shape(), 'f');
        law.apply(raw, acting);
        return acting;
    }

    @Override
    INDArray weightGradient(Gradient gradient, INDArray currentGradient, LayerWorkspaceMgr workspaces) {
        INDArray inputGradient = super.weightGradient(gradient, currentGradient, workspaces);
        DaleLaw law = layerConf().getDaleLaw();
        if (law != null) {
            law.pullBackInPlace(gradientViews.get(SpikingParameters.WEIGHT), weights(true, workspaces));
        }
        return inputGradient;
    }

    @Override
    INDArray pooled(INDArray spikes, LayerWorkspaceMgr workspaces) {
        return spikes;
    }

    @Override
    INDArray unpooled(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
    }
}
