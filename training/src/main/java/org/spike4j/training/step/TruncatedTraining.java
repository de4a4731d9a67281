package org.spike4j.training.step;

import java.util.List;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains by windows of time, as a {@link Truncation} says. The network's configuration says so, as Deeplearning4j's own
 * truncation, while a sequence of several windows is under way, and its carried state is cleared after.
 *
 * <p>Updates of windows are counted one by one for the updater, whose first steps depend on their number; the iterations of
 * the network count mini-batches.
 */
final class TruncatedTraining implements TrainingStep {
    private final WindowNetwork network;
    private final Truncation truncation;
    private final HitCounter hits = new HitCounter();
    private final Runnable restoreListeners;

    TruncatedTraining(MultiLayerNetwork network, Truncation truncation) {
        this(new WindowMultiLayerNetwork(network), truncation, listening(network));
        network.addListeners(hits);
    }

    TruncatedTraining(ComputationGraph graph, Truncation truncation) {
        this(new WindowGraph(graph), truncation, listening(graph));
        graph.addListeners(hits);
    }

    private TruncatedTraining(WindowNetwork network, Truncation truncation, Runnable restoreListeners) {
        this.network = network;
        this.truncation = truncation;
        this.restoreListeners = restoreListeners;
    }

    private static Runnable listening(MultiLayerNetwork network) {
        List<TrainingListener> listeners = List.copyOf(network.getListeners());
        return () -> network.setListeners(listeners);
    }

    private static Runnable listening(ComputationGraph graph) {
        List<TrainingListener> listeners = List.copyOf(graph.getListeners());
        return () -> graph.setListeners(listeners);
    }

    @Override
    public void fit(DataSet batch, long seed) {
        Nd4j.getRandom().setSeed(seed);
        int steps = TimeWindows.steps(batch.getFeatures());
        int samples = Math.toIntExact(batch.getFeatures().size(0));
        if (truncation.stepsOfPass(steps) == steps) {
            network.compute(batch);
            network.update(samples);
            return;
        }
        WindowNetwork.Settings before = network.change(WindowNetwork.Settings.carrying(truncation.steps()));
        try {
            network.startWindows();
            fit(TimeWindows.of(batch, truncation.steps()), steps, samples);
        } finally {
            network.endWindows();
            network.change(before);
        }
    }

    private void fit(List<DataSet> windows, int steps, int samples) {
        boolean every = truncation.updates() == Truncation.Updates.WINDOW;
        int iteration = network.iteration();
        INDArray sum = null;
        double loss = 0;
        for (int k = 0; k < windows.size(); k++) {
            if (k > 0) {
                network.nextWindow();
            }
            DataSet window = windows.get(k);
            network.compute(window);
            double share = (double) TimeWindows.steps(window.getFeatures()) / steps;
            loss += share * network.score();
            if (every) {
                network.setIteration(iteration * windows.size() + k);
                network.update(samples);
                network.setIteration(iteration);
            } else {
                INDArray part = network.gradient().mul(share);
                sum = sum == null ? part : sum.addi(part);
            }
        }
        network.setScore(loss);
        if (every) {
            network.setIteration(iteration + 1);
        } else {
            network.gradient().assign(sum);
            network.update(samples);
        }
    }

    @Override
    public long hits() {
        return hits.hits();
    }

    @Override
    public void close() {
        restoreListeners.run();
        Workspaces.release();
    }
}
