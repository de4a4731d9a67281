package org.spike4j.training.network;

import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.schedule.FixedSchedule;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;
import org.spike4j.training.recipe.ScheduleRecipe;
import org.spike4j.training.recipe.TrainingRecipe;
import org.spike4j.training.updater.FusedAdam;

/** The updater that a recipe names, with its schedule over the iterations of a training. */
final class Updaters {
    private Updaters() {}

    static IUpdater of(TrainingRecipe training, int iterations) {
        return of(training, iterations, 1);
    }

    /** The same at a multiple of its learning rate. */
    static IUpdater of(TrainingRecipe training, int iterations, double factor) {
        ISchedule schedule = schedule(training, iterations, factor);
        return switch (training.updater()) {
            case ADAM -> new FusedAdam(schedule);
            case SGD -> new Sgd(schedule);
        };
    }

    private static ISchedule schedule(TrainingRecipe training, int iterations, double factor) {
        double rate = factor * training.learningRate();
        ScheduleRecipe schedule = training.schedule();
        return switch (schedule.name()) {
            case CONSTANT -> new FixedSchedule(rate);
            case COSINE -> new CosineSchedule(rate, iterations);
            case STEP -> new StepSchedule(ScheduleType.EPOCH, rate, schedule.stepFactor(), schedule.stepEpochs());
        };
    }
}
