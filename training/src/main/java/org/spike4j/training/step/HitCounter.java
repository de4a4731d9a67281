package org.spike4j.training.step;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
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
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        Layer output = network.getOutputLayer();
        INDArray predicted = output.activate(false, LayerWorkspaceMgr.noWorkspaces());
        hits = Hits.count(predicted, network.getLabels());
    }
}
