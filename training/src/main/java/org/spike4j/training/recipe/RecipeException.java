package org.spike4j.training.recipe;

/** Says in one line what is wrong in a recipe: file, line, key path, what was found and what is allowed. */
public final class RecipeException extends IllegalArgumentException {

    /**
     * A complaint about a place in a recipe.
     *
     * @param place where
     * @param complaint what was found and what is allowed, to be read after the key path
     */
    RecipeException(Place place, String complaint) {
        super((place.prefix() + complaint).replaceAll("\\p{Cntrl}+", " "));
    }

    /**
     * A complaint about a recipe that has been read.
     *
     * @param recipe name of the recipe
     * @param path key path in it, as {@code layers[2].conv}
     * @param complaint what was found and what is allowed, to be read after the key path
     */
    public RecipeException(String recipe, String path, String complaint) {
        this(new Place(recipe, 0, path), complaint);
    }
}
