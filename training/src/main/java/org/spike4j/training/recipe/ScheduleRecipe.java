package org.spike4j.training.recipe;

/**
 * The schedule of the learning rate.
 *
 * @param name how the rate changes; constant unless given
 * @param stepEpochs epochs between two steps; 10 unless given; used by step alone
 * @param stepFactor factor of a step; 0.5 unless given; used by step alone
 */
public record ScheduleRecipe(ScheduleName name, int stepEpochs, double stepFactor) {

    static ScheduleRecipe read(Section training) {
        ScheduleName name = training.find("schedule")
                .map(value -> value.choice(ScheduleName.class))
                .orElse(ScheduleName.CONSTANT);
        return new ScheduleRecipe(
                name,
                training.find("stepEpochs")
                        .map(value -> value.integer(1, 100_000))
                        .orElse(10),
                training.find("stepFactor").map(value -> value.number(0, 1)).orElse(0.5));
    }
}
