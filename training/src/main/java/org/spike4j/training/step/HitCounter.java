package org.spike4j.training.step;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.training.evaluation.Hits;

/**
 * Counts the right predictions of a training iteration without a second pass through the network.
 *
 * <p>Deeplearning4j's fit hands out neither output nor prediction. But after the backward pass, and before it clears
 * the layers, it calls its listeners: then the output layer still holds its input, and activating that one layer gives
 * the prediction before the update. The layers below are not run again.
 */
final class HitCounter extends BaseTrainingListener {
    private long hits;

    /** Right predictions of the last iteration. */
    long hits() {
        return hits;
    }

    @Override
    public void onBackwardPass(Model model) {
        if (model instanceof ComputationGraph graph) {
            Layer output = graph.getOutputLayer(0);
            count(output, ((IOutputLayer) output).getLabels());
        } else if (model instanceof MultiLayerNetwork network) {
            count(network.getOutputLayer(), network.getLabels());
        }
    }

    private void count(Layer output, INDArray labels) {
        INDArray predicted = output.activate(false, LayerWorkspaceMgr.noWorkspaces());
        hits = Hits.count(atEnd(predicted), atEnd(labels));
    }

    /** Of a sequence [N, K, T] the last step counts. */
    private static INDArray atEnd(INDArray array) {
        if (array.rank() == 2) {
            return array;
        }
        return array.get(NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.point(array.size(2) - 1));
    }
}
