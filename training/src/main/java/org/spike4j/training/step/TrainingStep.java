package org.spike4j.training.step;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;

/** One iteration of a training: gradient and update by a mini-batch. Closed after the last one. */
public interface TrainingStep extends AutoCloseable {

    /**
     * Computes the gradient of a mini-batch and updates the network, whose score becomes the loss before the update.
     *
     * @param batch the mini-batch; not modified
     * @param seed of the random numbers of this iteration (dropout)
     */
    void fit(DataSet batch, long seed);

    /**
     * Right predictions of the last iteration, before its update.
     *
     * @return 0 to the number of samples
     */
    long hits();

    /** Gives threads, copies, listeners and the memory of the passes back; the network stays as it is. */
    @Override
    void close();

    /**
     * The step that cuts mini-batches in a given way.
     *
     * @param network initialised; trained by the step
     * @param split how mini-batches are cut
     * @return a step
     * @throws IllegalArgumentException if the network cannot be trained in parts
     */
    static TrainingStep of(MultiLayerNetwork network, BatchSplit split) {
        if (!split.truncation().isNone()) {
            return new TruncatedTraining(network, split.truncation());
        }
        return split.equals(BatchSplit.NONE) ? new WholeBatch(network) : new SplitTraining(network, split);
    }

    /**
     * The step that trains a graph by windows of time.
     *
     * @param graph initialised, with one input and one output; trained by the step
     * @param truncation the windows
     * @return a step
     */
    static TrainingStep of(ComputationGraph graph, Truncation truncation) {
        return new TruncatedTraining(graph, truncation);
    }
}
