package org.spike4j.layers.execution;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.SpikingDense;

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

    @Override
    INDArray pooled(INDArray spikes, LayerWorkspaceMgr workspaces) {
        return spikes;
    }

    @Override
    INDArray unpooled(INDArray epsilon, LayerWorkspaceMgr workspaces) {
        return Memory.dense(epsilon, ArrayType.BP_WORKING_MEM, workspaces);
    }
}
