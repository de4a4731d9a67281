package org.spike4j.training.recipe;

import java.util.List;

/**
 * The data of a recipe.
 *
 * @param set which data set
 * @param size height and width of a frame in pixels; 0, the default, for those of the sensor
 * @param steps time steps T of a sample
 * @param slicing how a recording is cut into steps; time unless given
 * @param window duration of a step in milliseconds, which slicing by windows needs; 0 for the others
 * @param values what becomes of the numbers of a frame; counts, which leaves them, unless given
 * @param representation what frames are made of events, a section of one key, as the reader of events allows; empty for counts
 * @param validation share of the training samples (of the persons, where the set names them) kept for validation; 0.1
 *     unless given, 0 for none
 * @param augmentation random changes of training samples; none unless given
 * @param transforms changes of the events of training samples, each a section of one key, as the reader of events allows
 * @param mixing how training samples are mixed, a section of one key, as the reader of events allows; empty for not at all
 * @param options what only this data set knows, as its reader allows
 */
public record DataRecipe(
        DataSetName set,
        int size,
        int steps,
        Slicing slicing,
        double window,
        FrameValues values,
        Section representation,
        double validation,
        AugmentationRecipe augmentation,
        List<Section> transforms,
        Section mixing,
        Section options) {
    /** Copies the list. */
    public DataRecipe {
        transforms = List.copyOf(transforms);
    }

    static DataRecipe read(Section section) {
        section.allow(
                "set",
                "size",
                "steps",
                "slicing",
                "window",
                "values",
                "representation",
                "validation",
                "augmentation",
                "transforms",
                "mixing",
                "options");
        Slicing slicing = section.choice("slicing", Slicing.TIME);
        return new DataRecipe(
                section.get("set").choice(DataSetName.class),
                section.integer("size", 4, 1024, 0),
                section.get("steps").integer(1, 10_000),
                slicing,
                window(section, slicing),
                section.choice("values", FrameValues.COUNTS),
                section.section("representation"),
                section.number("validation", 0, 0.9, 0.1),
                AugmentationRecipe.read(section.section("augmentation")),
                section.find("transforms").map(Value::list).orElse(List.of()).stream()
                        .map(Value::section)
                        .toList(),
                section.section("mixing"),
                section.section("options"));
    }

    /** These data with another number of steps, over as long a time. */
    DataRecipe withSteps(int count) {
        double scaled = window * steps / count;
        return new DataRecipe(
                set,
                size,
                count,
                slicing,
                scaled,
                values,
                representation,
                validation,
                augmentation,
                transforms,
                mixing,
                options);
    }

    private static double window(Section section, Slicing slicing) {
        if (slicing == Slicing.WINDOW) {
            return section.get("window").number(0.001, 1e6);
        }
        section.find("window").ifPresent(value -> {
            throw value.wrong("has no meaning unless slicing is window");
        });
        return 0;
    }
}
