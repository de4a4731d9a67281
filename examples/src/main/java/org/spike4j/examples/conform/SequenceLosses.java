package org.spike4j.examples.conform;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.spike4j.layers.Reduction;

/** Losses on sequences, as reductions over time in front of Deeplearning4j's losses. */
final class SequenceLosses {
    private SequenceLosses() {}

    static Map<String, Family> families() {
        Set<String> entropy = Set.of("weight", "population_code", "num_classes");
        Set<String> count = Set.of("correct_rate", "incorrect_rate", "population_code", "num_classes");
        return Map.of(
                "ce_rate_loss", new Family(entropy, file -> entropy(file, Reduction.EVERY_STEP)),
                "ce_count_loss", new Family(entropy, file -> entropy(file, Reduction.SUM)),
                "ce_max_membrane_loss", new Family(entropy, file -> entropy(file, Reduction.MAX)),
                "temporal_efficient_training_cross_entropy",
                        new Family(entropy, file -> entropy(file, Reduction.EVERY_STEP)),
                "mse_membrane_loss", new Family(Set.of("on_target", "off_target"), SequenceLosses::membrane),
                "mse_count_loss", new Family(count, SequenceLosses::count));
    }

    /** The cross-entropy of the softmax, the term of each target class weighted. */
    private static Optional<LossCase> entropy(CaseFile file, Reduction reduction) throws CaseFormatException {
        int classes = classes(file);
        LossMCXENT loss = file.params().has("weight")
                ? new LossMCXENT(Nd4j.createFromArray(file.params().array("weight", classes)))
                : new LossMCXENT();
        return Optional.of(new LossCase(classes, reduction, loss, new ActivationSoftmax(), 1, 0));
    }

    /** Squares of the distance of each step to a target; snnTorch's off target is at least 0 below the on target. */
    private static Optional<LossCase> membrane(CaseFile file) throws CaseFormatException {
        double on = file.params().number("on_target", 1);
        double off = file.params().number("off_target", 0);
        double above = on > off ? Math.max(0, off) : off;
        return Optional.of(
                new LossCase(file.columns(), Reduction.EVERY_STEP, new LossMSE(), new ActivationIdentity(), on, above));
    }

    /** Squares of the distance of the counts of a class to the count of a rate, over the number of steps. */
    private static Optional<LossCase> count(CaseFile file) throws CaseFormatException {
        int classes = classes(file);
        int most = file.steps() * (file.columns() / classes);
        double[] weights = new double[classes];
        Arrays.fill(weights, 1.0 / file.steps());
        return Optional.of(new LossCase(
                classes,
                Reduction.SUM,
                new LossMSE(Nd4j.createFromArray(weights)),
                new ActivationIdentity(),
                Math.floor(most * file.params().number("correct_rate", 1)),
                Math.floor(most * file.params().number("incorrect_rate", 0))));
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
