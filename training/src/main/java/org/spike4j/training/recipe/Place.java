package org.spike4j.training.recipe;

/**
 * A place in a recipe, for messages.
 *
 * @param source name of the file
 * @param line counted from 1; 0 if not known
 * @param path keys from the root, as {@code layers[2].conv.kernel}; empty at the root
 */
record Place(String source, int line, String path) {

    /** The place of a key in the section at this place. */
    Place key(String key, int keyLine) {
        return new Place(source, keyLine, path.isEmpty() ? key : path + "." + key);
    }

    /** The place of an item of the list at this place. */
    Place item(int index, int itemLine) {
        return new Place(source, itemLine, path + "[" + index + "]");
    }

    /** The start of a sentence about this place. */
    String prefix() {
        String where = line > 0 ? source + ", line " + line : source;
        return where + ": " + (path.isEmpty() ? "the recipe" : path) + " ";
    }
}
