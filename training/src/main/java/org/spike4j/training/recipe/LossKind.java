package org.spike4j.training.recipe;

import java.util.ArrayList;
import java.util.List;
import org.spike4j.layers.Reduction;
import org.spike4j.layers.loss.CountSquares;
import org.spike4j.layers.loss.CrossEntropy;
import org.spike4j.layers.loss.FirstSpikeCrossEntropy;
import org.spike4j.layers.loss.FirstSpikeSquares;
import org.spike4j.layers.loss.MeanSquares;
import org.spike4j.layers.loss.SequenceLoss;
import org.spike4j.layers.loss.TemporalEfficientTraining;

/** The losses on sequences that a recipe can name, and the keys of each one. */
enum LossKind {
    /** {@link CrossEntropy}: over a reduction (mean), weights of the classes (none). */
    CROSS_ENTROPY("over", "weights") {
        @Override
        SequenceLoss read(Section section) {
            return new CrossEntropy(over(section), weights(section));
        }
    },
    /** {@link MeanSquares}: over a reduction (mean), on (1), off (0). */
    MEAN_SQUARES("over", "on", "off") {
        @Override
        SequenceLoss read(Section section) {
            return MeanSquares.over(over(section)).withTargets(number(section, "on", 1), number(section, "off", 0));
        }
    },
    /** {@link CountSquares}: correctRate (1), incorrectRate (0). */
    COUNT_SQUARES("correctRate", "incorrectRate") {
        @Override
        SequenceLoss read(Section section) {
            return new CountSquares(share(section, "correctRate", 1), share(section, "incorrectRate", 0));
        }
    },
    /** {@link TemporalEfficientTraining}: lambda (0.05), phi (1), weights of the classes (none). */
    TET("lambda", "phi", "weights") {
        @Override
        SequenceLoss read(Section section) {
            return new TemporalEfficientTraining(
                    share(section, "lambda", 0.05), number(section, "phi", 1), weights(section));
        }
    },
    /** {@link FirstSpikeCrossEntropy}: time (negated), weights of the classes (none). */
    FIRST_SPIKE_CROSS_ENTROPY("time", "weights") {
        @Override
        SequenceLoss read(Section section) {
            return new FirstSpikeCrossEntropy(
                    section.find("time")
                            .map(value -> value.choice(FirstSpikeCrossEntropy.Time.class))
                            .orElse(FirstSpikeCrossEntropy.Time.NEGATED),
                    weights(section));
        }
    },
    /** {@link FirstSpikeSquares}: on (0), off (-1), tolerance (0), all in steps. */
    FIRST_SPIKE_SQUARES("on", "off", "tolerance") {
        @Override
        SequenceLoss read(Section section) {
            return FirstSpikeSquares.between(steps(section, "on", 0), steps(section, "off", -1))
                    .withTolerance(section.find("tolerance")
                            .map(value -> value.integer(0, MOST_STEPS))
                            .orElse(0));
        }
    };

    private static final int MOST_STEPS = 10_000;

    /** How x is reduced in front of a loss; first spikes have losses of their own. */
    private enum Over {
        MEAN,
        SUM,
        LAST,
        MAX,
        SUM_OF_SOFTMAX,
        EVERY_STEP
    }

    private final List<String> keys;

    LossKind(String... keys) {
        this.keys = List.of(keys);
    }

    /** The loss of a section whose keys are known to be allowed. */
    abstract SequenceLoss read(Section section);

    /** The loss of a section that names its kind. */
    static SequenceLoss of(Section section) {
        LossKind kind = section.get("kind").choice(LossKind.class);
        List<String> allowed = new ArrayList<>(kind.keys);
        allowed.add("kind");
        return kind.read(section.allow(allowed));
    }

    private static Reduction over(Section section) {
        Over over = section.find("over").map(value -> value.choice(Over.class)).orElse(Over.MEAN);
        return Reduction.valueOf(over.name());
    }

    private static List<Double> weights(Section section) {
        return section.find("weights").stream()
                .flatMap(list -> list.list().stream())
                .map(value -> value.number(0, 1e6))
                .toList();
    }

    private static double share(Section section, String key, double otherwise) {
        return section.find(key).map(value -> value.number(0, 1)).orElse(otherwise);
    }

    private static double number(Section section, String key, double otherwise) {
        return section.find(key).map(value -> value.number(-1e6, 1e6)).orElse(otherwise);
    }

    private static int steps(Section section, String key, int otherwise) {
        return section.find(key)
                .map(value -> value.integer(-MOST_STEPS, MOST_STEPS))
                .orElse(otherwise);
    }
}
