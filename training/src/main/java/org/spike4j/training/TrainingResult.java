package org.spike4j.training;

import java.util.List;
import java.util.Map;
import org.spike4j.training.model.EpochRecord;

/**
 * What came out of a training.
 *
 * @param recipe name of the recipe
 * @param dataset the data, in words
 * @param epochs that were done
 * @param seed of the training
 * @param trainSamples number of training samples
 * @param testSamples number of test samples
 * @param validationAccuracy of the best epoch; NaN without validation
 * @param testAccuracy of the best epoch; NaN if interrupted
 * @param samplesPerSecond training samples a second, validation and test not counted
 * @param dataWaitShare share of the training time spent waiting for data
 * @param seconds from start to end of this run, validation and test included
 * @param peakRssMb peak of the resident memory in megabytes; 0 where the system does not tell
 * @param parameters number of trained parameters
 * @param firingRates mean spikes a neuron and step by layer, on the first test batch; empty if interrupted
 * @param bestEpoch the epoch that was kept, counted from 1; 0 if none is done
 * @param confusion test samples by class (row) and prediction (column), [K, K]; all 0 if interrupted
 * @param history one record an epoch, of earlier runs too if resumed
 * @param interrupted whether the training was stopped before its end
 * @param files of the training
 */
public record TrainingResult(
        String recipe,
        String dataset,
        int epochs,
        long seed,
        int trainSamples,
        int testSamples,
        double validationAccuracy,
        double testAccuracy,
        double samplesPerSecond,
        double dataWaitShare,
        double seconds,
        double peakRssMb,
        long parameters,
        Map<String, Double> firingRates,
        int bestEpoch,
        int[][] confusion,
        List<EpochRecord> history,
        boolean interrupted,
        RunFolder files) {

    /** Copies the collections. */
    public TrainingResult {
        history = List.copyOf(history);
    }
}
