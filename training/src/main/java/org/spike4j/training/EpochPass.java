package org.spike4j.training;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.training.evaluation.BatchCheck;
import org.spike4j.training.model.RunningTotals;
import org.spike4j.training.model.TrainingState;
import org.spike4j.training.step.TrainingStep;

/**
 * The iterations of one epoch.
 *
 * <p>Random numbers of an iteration (dropout) follow from the seed and the number of the iteration alone:
 * Deeplearning4j draws them from ND4J's global generator, which is seeded anew before each iteration. So a training
 * that was resumed draws the same numbers.
 */
final class EpochPass {
    private final MultiLayerNetwork network;
    private final BatchCheck check;
    private final long seed;
    private final TrainingStep step;
    private final LongSupplier clock;

    EpochPass(MultiLayerNetwork network, TrainingStep step, BatchCheck check, long seed, LongSupplier clock) {
        this.network = network;
        this.step = step;
        this.check = check;
        this.seed = seed;
        this.clock = clock;
    }

    /**
     * Runs the iterations that are left of the epoch under way.
     *
     * @param state at the start; not modified
     * @param batches of the whole epoch
     * @param stop asked after each iteration
     * @param afterEach hears the totals after each iteration
     * @return the totals when the batches end or the stop is asked for
     */
    RunningTotals run(
            TrainingState state, DataSetIterator batches, BooleanSupplier stop, Consumer<RunningTotals> afterEach) {
        skip(batches, state);
        network.setEpochCount(state.epoch());
        network.setIterationCount(state.iterations());
        RunningTotals totals = state.totals();
        Stopwatch watch = new Stopwatch(clock);
        while (batches.hasNext() && !stop.getAsBoolean()) {
            DataSet batch = batches.next();
            double waited = watch.lap();
            String where = "epoch " + (state.epoch() + 1) + ", batch " + (totals.iterations() + 1);
            int iteration = state.iterations() - state.totals().iterations() + totals.iterations();
            double loss = iterate(batch, where, iteration);
            totals = totals.plus(batch.getFeatures().size(0), step.hits(), loss, waited + watch.lap(), waited);
            afterEach.accept(totals);
        }
        return totals;
    }

    private double iterate(DataSet batch, String where, int iteration) {
        check.require(batch, where);
        step.fit(batch, seed * 0x9E3779B97F4A7C15L + iteration);
        double loss = network.score();
        if (!Double.isFinite(loss)) {
            throw new TrainingException("the loss became " + loss + " in " + where + "; lower the learning rate ("
                    + LearningRate.of(network, iteration, network.getEpochCount()) + " now) or clip the gradient");
        }
        return loss;
    }

    private static void skip(DataSetIterator batches, TrainingState state) {
        for (int done = 0; done < state.totals().iterations(); done++) {
            if (!batches.hasNext()) {
                throw new IllegalArgumentException("the data changed since the checkpoint: epoch "
                        + (state.epoch() + 1) + " has " + done + " batches now, and "
                        + state.totals().iterations() + " were done");
            }
            batches.next();
        }
    }
}
