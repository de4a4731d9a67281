package org.spike4j.training.recipe;

/**
 * Random changes of training samples; zero means none.
 *
 * @param shift largest move of the picture in pixels, along x and y; 0 unless given
 * @param timeJitter largest move of the steps in time, as a share of one step; 0 unless given
 */
public record AugmentationRecipe(int shift, double timeJitter) {

    static AugmentationRecipe read(Section section) {
        section.allow("shift", "timeJitter");
        return new AugmentationRecipe(
                section.find("shift").map(value -> value.integer(0, 64)).orElse(0),
                section.find("timeJitter").map(value -> value.number(0, 1)).orElse(0.0));
    }

    /**
     * Whether samples are left as they are.
     *
     * @return true if nothing is changed
     */
    public boolean none() {
        return shift == 0 && timeJitter == 0;
    }
}
