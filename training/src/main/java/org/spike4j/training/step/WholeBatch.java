package org.spike4j.training.step;

import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j's own iteration. */
final class WholeBatch implements TrainingStep {
    private final MultiLayerNetwork network;
    private final List<TrainingListener> listeners;
    private final HitCounter hits = new HitCounter();

    WholeBatch(MultiLayerNetwork network) {
        this.network = network;
        listeners = List.copyOf(network.getListeners());
        network.addListeners(hits);
    }

    @Override
    public void fit(DataSet batch, long seed) {
        Nd4j.getRandom().setSeed(seed);
        network.fit(batch);
    }

    @Override
    public long hits() {
        return hits.hits();
    }

    @Override
    public void close() {
        network.setListeners(listeners);
        Workspaces.release();
    }
}
