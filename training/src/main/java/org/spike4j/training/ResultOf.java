package org.spike4j.training;

import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.training.evaluation.Evaluation;
import org.spike4j.training.evaluation.FiringRates;
import org.spike4j.training.model.EpochRecord;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.RunningTotals;
import org.spike4j.training.model.TrainingState;
import org.spike4j.training.step.BatchSplit;

/** Puts the result of a training together. */
record ResultOf(ModelDescription description, EpochData data, RunFolder files, TrainingState state, BatchSplit split) {

    /** The result of a training that was stopped. */
    TrainingResult interrupted(MultiLayerNetwork network, double seconds) {
        int classes = description.classes().size();
        Evaluation none = new Evaluation(new int[classes][classes]);
        return result(network, none, Map.of(), seconds, true);
    }

    /** Tests the best network. */
    TrainingResult tested(MultiLayerNetwork best, Stopwatch watch) {
        Evaluation test;
        try (OpenBatches batches = new OpenBatches(data.test())) {
            test = Evaluation.of(best, description, "test", split.microBatchesOf(batches.batches()));
        }
        Map<String, Double> rates;
        try (OpenBatches batches = new OpenBatches(data.test())) {
            rates = FiringRates.of(
                    best, split.microBatchesOf(batches.batches()).next().getFeatures());
        }
        return result(best, test, rates, watch.lap(), false);
    }

    private TrainingResult result(
            MultiLayerNetwork network, Evaluation test, Map<String, Double> rates, double seconds, boolean stopped) {
        RunningTotals totals = totals();
        return new TrainingResult(
                description.recipe(),
                description.dataset(),
                state.epoch(),
                description.run().seed(),
                data.trainSamples(),
                data.testSamples(),
                state.bestValidationAccuracy(),
                test.accuracy(),
                totals.samplesPerSecond(),
                totals.waitShare(),
                seconds,
                PeakMemory.megabytes(),
                network.numParams(),
                rates,
                state.bestEpoch(),
                test.confusion(),
                state.history(),
                stopped,
                files);
    }

    /** Sums over all epochs, those of earlier runs too if resumed. */
    private RunningTotals totals() {
        RunningTotals all = state.totals();
        for (EpochRecord epoch : state.history()) {
            all = new RunningTotals(
                    all.iterations(),
                    all.samples() + Math.round(epoch.samplesPerSecond() * epoch.seconds()),
                    all.correct(),
                    all.lossSum(),
                    all.seconds() + epoch.seconds(),
                    all.waitSeconds() + epoch.dataWaitShare() * epoch.seconds());
        }
        return all;
    }
}
