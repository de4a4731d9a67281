package org.spike4j.training.model;

import java.util.List;

/**
 * How far a training has come: with the parameters and the updater state, all that is needed to go on as if it had
 * never stopped.
 *
 * @param iterations since the start of the training
 * @param totals of the epoch under way; its index is the number of epochs in the history
 * @param history one record for each epoch that is done
 * @param bestEpoch epoch of the best validation accuracy, counted from 1, the earliest where several are equal; 0 if
 *     none is done. Without validation the last epoch counts as the best
 */
public record TrainingState(int iterations, RunningTotals totals, List<EpochRecord> history, int bestEpoch) {

    /** Checks that the parts fit. */
    public TrainingState {
        history = List.copyOf(history);
        if (totals == null || iterations < totals.iterations() || bestEpoch < 0 || bestEpoch > history.size()) {
            throw new IllegalArgumentException("the training state contradicts itself: " + iterations
                    + " iterations, best epoch " + bestEpoch + " of " + history.size());
        }
    }

    /**
     * The state of a training that has not begun.
     *
     * @return the state
     */
    public static TrainingState start() {
        return new TrainingState(0, RunningTotals.NONE, List.of(), 0);
    }

    /**
     * The epoch under way.
     *
     * @return epoch, counted from 0
     */
    public int epoch() {
        return history.size();
    }

    /**
     * The best validation accuracy so far.
     *
     * @return 0 to 1; NaN without validation or before the first epoch is done
     */
    public double bestValidationAccuracy() {
        return bestEpoch == 0 ? Double.NaN : history.get(bestEpoch - 1).validationAccuracy();
    }
}
