package org.spike4j.layers;

import java.util.Arrays;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.execution.AndNotExecution;

/**
 * IAND of a spike-element-wise (SEW) residual block: y = s (1 - a), with the first input s the shortcut and the second one a
 * the output of the branch's last neurons. Source: Fang et al. 2021, NeurIPS 34, arXiv:2102.04159.
 *
 * <p>The other residual connections of spiking networks are Deeplearning4j's own {@code ElementWiseVertex}: SEW's ADD is
 * {@code Op.Add} and its AND is {@code Op.Product}, of spikes; the membrane shortcut (MS) is {@code Op.Add} of currents, such as
 * those of {@link TemporalBatchNorm}, in front of a {@link SpikingActivation} (Hu et al. 2024, IEEE TNNLS, arXiv:2112.08954).
 */
public final class AndNotVertex extends GraphVertex {
    private static final long serialVersionUID = 1L;

    /** A vertex of two inputs. */
    public AndNotVertex() {}

    @Override
    public AndNotVertex clone() {
        return new AndNotVertex();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AndNotVertex;
    }

    @Override
    public int hashCode() {
        return AndNotVertex.class.hashCode();
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 2;
    }

    @Override
    public int maxVertexInputs() {
        return 2;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(
            ComputationGraph graph,
            String name,
            int index,
            INDArray paramsView,
            boolean initializeParams,
            DataType networkDatatype) {
        return new AndNotExecution(graph, name, index, networkDatatype);
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        if (inputs.length != 2 || !inputs[0].equals(inputs[1])) {
            throw new IllegalArgumentException("AndNotVertex needs a shortcut and a branch of one type, had "
                    + Arrays.toString(inputs)
                    + "; put a layer into the shortcut that brings it to the shape of the branch");
        }
        return inputs[0];
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        InputType type = getOutputType(-1, inputs);
        return new LayerMemoryReport.Builder(null, AndNotVertex.class, type, type)
                .standardMemory(0, 0)
                .workingMemory(0, 0, 0, 2 * type.arrayElementsPerExample())
                .cacheMemory(0, 0)
                .build();
    }
}
