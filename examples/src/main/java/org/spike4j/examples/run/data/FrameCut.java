package org.spike4j.examples.run.data;

import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.training.recipe.DataRecipe;

/**
 * Into which frames a recipe cuts a recording.
 *
 * @param data what the recipe says of its data
 * @param width columns that are left of the sensor
 * @param height rows that are left of the sensor
 */
record FrameCut(DataRecipe data, int width, int height) {

    /** T. */
    int steps() {
        return data.steps();
    }

    /** The slices of a recording, each step cut into equal parts. */
    EventSlicing slicing(int parts) {
        int slices = Math.multiplyExact(steps(), parts);
        return switch (data.slicing()) {
            case TIME -> EventSlicing.byTime(slices);
            case COUNT -> EventSlicing.byCount(slices);
            case WINDOW -> EventSlicing.byWindow(Math.max(1, Math.round(1000 * data.window() / parts)), slices);
        };
    }
}
