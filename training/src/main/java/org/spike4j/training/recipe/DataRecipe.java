package org.spike4j.training.recipe;

/**
 * The data of a recipe.
 *
 * @param set which data set
 * @param size height and width of a frame in pixels; 0, the default, for those of the sensor
 * @param steps time steps T of a sample
 * @param slicing how a recording is cut into steps; time unless given
 * @param values what a pixel holds; counts unless given
 * @param validation share of the training samples (of the persons, where the set names them) kept for validation; 0.1
 *     unless given, 0 for none
 * @param augmentation random changes of training samples; none unless given
 * @param options what only this data set knows, as its reader allows
 */
public record DataRecipe(
        DataSetName set,
        int size,
        int steps,
        Slicing slicing,
        FrameValues values,
        double validation,
        AugmentationRecipe augmentation,
        Section options) {

    static DataRecipe read(Section section) {
        section.allow("set", "size", "steps", "slicing", "values", "validation", "augmentation", "options");
        return new DataRecipe(
                section.get("set").choice(DataSetName.class),
                section.find("size").map(value -> value.integer(4, 1024)).orElse(0),
                section.get("steps").integer(1, 10_000),
                section.find("slicing")
                        .map(value -> value.choice(Slicing.class))
                        .orElse(Slicing.TIME),
                section.find("values")
                        .map(value -> value.choice(FrameValues.class))
                        .orElse(FrameValues.COUNTS),
                section.find("validation").map(value -> value.number(0, 0.9)).orElse(0.1),
                AugmentationRecipe.read(section.section("augmentation")),
                section.section("options"));
    }

    /** These data with another number of steps. */
    DataRecipe withSteps(int count) {
        return new DataRecipe(set, size, count, slicing, values, validation, augmentation, options);
    }
}
