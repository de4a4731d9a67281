package org.spike4j.examples.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeReader;

/** The recipes that come with the product, and those in files. */
public final class RecipeCatalog {
    private static final List<String> NAMES = List.of(
            "gesture",
            "nmnist",
            "mnist-mlp",
            "dvs-objects",
            "spoken-digits",
            "braille",
            "volume",
            "text",
            "video-frames",
            "video-differences",
            "video-events");

    private RecipeCatalog() {}

    /**
     * Names of the recipes that come with the product.
     *
     * @return names, the one to start with first
     */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads a recipe.
     *
     * @param nameOrFile one of {@link #names}, or the path of a YAML file
     * @return the recipe
     * @throws IllegalArgumentException if there is no such recipe, or it is not a valid one
     * @throws IOException if the file cannot be read
     */
    public static Recipe read(String nameOrFile) throws IOException {
        if (NAMES.contains(nameOrFile)) {
            return builtIn(nameOrFile);
        }
        String lower = nameOrFile.toLowerCase(Locale.ROOT);
        boolean file = lower.endsWith(".yaml") || lower.endsWith(".yml") || nameOrFile.contains("/");
        if (!file) {
            throw new IllegalArgumentException("there is no recipe " + nameOrFile + "; there are "
                    + String.join(", ", NAMES) + ", or give the path of a .yaml file");
        }
        Path path = Path.of(nameOrFile);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException(nameOrFile + ": no such recipe file; check the path");
        }
        return RecipeReader.read(path);
    }

    private static Recipe builtIn(String name) {
        String resource = "/recipes/" + name + ".yaml";
        try (InputStream in = RecipeCatalog.class.getResourceAsStream(resource)) {
            return RecipeReader.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
