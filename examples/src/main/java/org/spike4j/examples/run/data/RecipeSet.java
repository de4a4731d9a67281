package org.spike4j.examples.run.data;

import java.io.IOException;

/** A data set that a recipe can name. */
@FunctionalInterface
interface RecipeSet {

    /**
     * Opens the data set as a recipe wants it.
     *
     * @param request the recipe, its settings, and where data come from
     * @return samples and what they are
     * @throws IllegalArgumentException if the recipe does not fit the data
     * @throws IOException if the data are missing or not as they should be
     */
    RecipeData open(DataRequest request) throws IOException;
}
