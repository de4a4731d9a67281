package org.spike4j.training.recipe;

import org.spike4j.training.step.Truncation;

/**
 * The training of a recipe.
 *
 * @param epochs passes over the training samples
 * @param batch samples of an iteration; 16 unless given
 * @param learningRate of the first epoch; 0.001 unless given
 * @param updater how gradients move the weights; adam unless given
 * @param schedule how the learning rate changes; keys {@code schedule}, {@code stepEpochs}, {@code stepFactor}
 * @param weightDecay share of a weight taken off it in an iteration, times the learning rate; 0 unless given
 * @param clip largest L2 norm of the gradient of a layer; 0, the default, for no limit
 * @param replicas copies of the network that share the work of an iteration; 1 unless given
 * @param truncation steps of a window of truncated back-propagation through time; 0, the default, for whole sequences. With
 *     key {@code truncationUpdate}: {@code window}, the default, or {@code sequence}
 */
public record TrainingRecipe(
        int epochs,
        int batch,
        double learningRate,
        UpdaterName updater,
        ScheduleRecipe schedule,
        double weightDecay,
        double clip,
        int replicas,
        Truncation truncation) {

    private static final int MOST = 1_000_000;
    private static final int MOST_REPLICAS = 1024;

    static TrainingRecipe read(Section section) {
        section.allow(
                "epochs",
                "batch",
                "learningRate",
                "updater",
                "schedule",
                "stepEpochs",
                "stepFactor",
                "weightDecay",
                "clip",
                "replicas",
                "truncation",
                "truncationUpdate");
        return new TrainingRecipe(
                section.get("epochs").integer(1, MOST),
                section.find("batch").map(value -> value.integer(1, MOST)).orElse(16),
                section.find("learningRate").map(Value::positive).orElse(1e-3),
                section.find("updater")
                        .map(value -> value.choice(UpdaterName.class))
                        .orElse(UpdaterName.ADAM),
                ScheduleRecipe.read(section),
                section.find("weightDecay").map(value -> value.number(0, 1)).orElse(0.0),
                section.find("clip").map(value -> value.number(0, 1e9)).orElse(0.0),
                section.find("replicas")
                        .map(value -> value.integer(1, MOST_REPLICAS))
                        .orElse(1),
                truncation(section));
    }

    private static Truncation truncation(Section section) {
        Truncation.Updates updates = section.find("truncationUpdate")
                .map(value -> value.choice(Truncation.Updates.class))
                .orElse(Truncation.Updates.WINDOW);
        return section.find("truncation")
                .map(value -> new Truncation(value.integer(1, MOST), updates))
                .orElse(Truncation.NONE);
    }

    /**
     * This training with another number of epochs.
     *
     * @param newEpochs passes over the training samples
     * @return a copy
     */
    public TrainingRecipe withEpochs(int newEpochs) {
        return new TrainingRecipe(
                newEpochs, batch, learningRate, updater, schedule, weightDecay, clip, replicas, truncation);
    }

    /**
     * This training with another batch.
     *
     * @param newBatch samples of an iteration
     * @return a copy
     */
    public TrainingRecipe withBatch(int newBatch) {
        return new TrainingRecipe(
                epochs, newBatch, learningRate, updater, schedule, weightDecay, clip, replicas, truncation);
    }
}
