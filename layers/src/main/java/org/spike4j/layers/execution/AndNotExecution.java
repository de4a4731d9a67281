package org.spike4j.layers.execution;

import java.util.Arrays;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.layers.AndNotVertex;

/** {@link AndNotVertex} at work: y = s (1 - a), dL/ds = (1 - a) dL/dy, dL/da = -s dL/dy. */
public final class AndNotExecution extends BaseGraphVertex {

    /**
     * A vertex.
     *
     * @param graph that it is in
     * @param name of the vertex
     * @param index of the vertex
     * @param type of the activations
     */
    public AndNotExecution(ComputationGraph graph, String name, int index, DataType type) {
        super(graph, name, index, null, null, type);
    }

    @Override
    public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
        if (!canDoForward()) {
            throw new IllegalStateException("the inputs of vertex \"" + vertexName + "\" are not set");
        }
        if (!Arrays.equals(inputs[0].shape(), inputs[1].shape())) {
            throw new IllegalArgumentException("shortcut and branch of vertex \"" + vertexName
                    + "\" must have one shape, were " + Arrays.toString(inputs[0].shape()) + " and "
                    + Arrays.toString(inputs[1].shape()));
        }
        return not(inputs[1], ArrayType.ACTIVATIONS, workspaces).muli(inputs[0]);
    }

    @Override
    public Pair<Gradient, INDArray[]> doBackward(boolean tbptt, LayerWorkspaceMgr workspaces) {
        if (!canDoBackward()) {
            throw new IllegalStateException("the gradient on vertex \"" + vertexName + "\" is not set");
        }
        INDArray onShortcut =
                not(inputs[1], ArrayType.ACTIVATION_GRAD, workspaces).muli(epsilon);
        INDArray onBranch = workspaces
                .dup(ArrayType.ACTIVATION_GRAD, inputs[0], 'c')
                .muli(epsilon)
                .negi();
        return new Pair<>(null, new INDArray[] {onShortcut, onBranch});
    }

    private static INDArray not(INDArray spikes, ArrayType home, LayerWorkspaceMgr workspaces) {
        return workspaces.dup(home, spikes, 'c').rsubi(1);
    }

    /** Shortcut and branch have the same steps, so either mask is that of both. */
    @Override
    public Pair<INDArray, MaskState> feedForwardMaskArrays(
            INDArray[] maskArrays, MaskState currentMaskState, int minibatchSize) {
        if (maskArrays == null) {
            return new Pair<>(null, currentMaskState);
        }
        INDArray mask = maskArrays[0] != null ? maskArrays[0] : maskArrays[1];
        return new Pair<>(mask, currentMaskState);
    }

    @Override
    public boolean hasLayer() {
        return false;
    }

    @Override
    public Layer getLayer() {
        return null;
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        if (gradients != null) {
            throw new IllegalStateException("vertex \"" + vertexName + "\" has no parameters");
        }
    }

    @Override
    public String toString() {
        return "AndNotVertex(name=\"" + vertexName + "\")";
    }
}
