package org.spike4j.examples.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.loss.CountSquares;
import org.spike4j.layers.loss.CrossEntropy;
import org.spike4j.layers.loss.FirstSpikeCrossEntropy;
import org.spike4j.layers.loss.FirstSpikeSquares;
import org.spike4j.layers.loss.MeanSquares;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.layers.loss.TemporalEfficientTraining;

/** The losses of other libraries as those of this one. */
final class SequenceLosses {
    private SequenceLosses() {}

    static Map<String, Family> families() {
        Set<String> entropy = Set.of("weight", "population_code", "num_classes");
        Set<String> count = Set.of("correct_rate", "incorrect_rate", "population_code", "num_classes");
        return Map.of(
                "ce_rate_loss", new Family(entropy, file -> entropy(file, Reduction.EVERY_STEP)),
                "ce_count_loss", new Family(entropy, file -> entropy(file, Reduction.SUM)),
                "ce_max_membrane_loss", new Family(entropy, file -> entropy(file, Reduction.MAX)),
                "temporal_efficient_training_cross_entropy", new Family(Set.of(), SequenceLosses::efficient),
                "mse_membrane_loss", new Family(Set.of("on_target", "off_target"), SequenceLosses::membrane),
                "mse_count_loss", new Family(count, SequenceLosses::count),
                "ce_temporal_loss", new Family(Set.of("inverse"), SequenceLosses::firstSpikeEntropy),
                "mse_temporal_loss",
                        new Family(Set.of("on_target", "off_target", "tolerance"), SequenceLosses::firstSpikeSquares));
    }

    private static Optional<LossCase> entropy(CaseFile file, Reduction over) throws CaseFormatException {
        int classes = classes(file);
        List<Double> weights = new ArrayList<>();
        if (file.params().has("weight")) {
            for (double weight : file.params().array("weight", classes)) {
                weights.add(weight);
            }
        }
        return Optional.of(new LossCase(classes, new CrossEntropy(over, weights)));
    }

    private static Optional<LossCase> efficient(CaseFile file) {
        return Optional.of(new LossCase(file.columns(), TemporalEfficientTraining.withLambda(0, 1)));
    }

    /** The off target is at least 0 below the on target. */
    private static Optional<LossCase> membrane(CaseFile file) throws CaseFormatException {
        double on = file.params().number("on_target", 1);
        double off = file.params().number("off_target", 0);
        SequenceLoss loss = MeanSquares.over(Reduction.EVERY_STEP).withTargets(on, on > off ? Math.max(0, off) : off);
        return Optional.of(new LossCase(file.columns(), loss));
    }

    private static Optional<LossCase> count(CaseFile file) throws CaseFormatException {
        SequenceLoss loss = new CountSquares(
                file.params().number("correct_rate", 1), file.params().number("incorrect_rate", 0));
        return Optional.of(new LossCase(classes(file), loss));
    }

    private static Optional<LossCase> firstSpikeEntropy(CaseFile file) throws CaseFormatException {
        String inverse = file.params().text("inverse", "negate");
        if (!inverse.equals("negate") && !inverse.equals("reciprocal")) {
            throw file.params().wrong("inverse", "negate or reciprocal");
        }
        SequenceLoss loss =
                inverse.equals("negate") ? FirstSpikeCrossEntropy.negated() : FirstSpikeCrossEntropy.inverse();
        return Optional.of(new LossCase(file.columns(), loss));
    }

    private static Optional<LossCase> firstSpikeSquares(CaseFile file) throws CaseFormatException {
        SequenceLoss loss = FirstSpikeSquares.between((int) file.params().number("on_target", 0), (int)
                        file.params().number("off_target", -1))
                .withTolerance((int) file.params().number("tolerance", 0))
                .asInSnnTorch();
        return Optional.of(new LossCase(file.columns(), loss));
    }

    /** With a population code each class has several columns. */
    private static int classes(CaseFile file) throws CaseFormatException {
        boolean population = file.params().flag("population_code", false);
        int classes = population ? file.params().count("num_classes") : file.columns();
        if (file.columns() % classes != 0) {
            throw file.params().wrong("num_classes", "a divisor of " + file.columns());
        }
        return classes;
    }
}
