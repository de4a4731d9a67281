package org.spike4j.examples.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spike4j.examples.run.RecipeCatalog;
import org.spike4j.training.recipe.Recipe;
import picocli.CommandLine.Command;

/** Lists the recipes. */
@Command(name = "recipes", header = "Lists what can be trained.")
final class RecipesCommand extends SpikeCommand {

    @Override
    Map<String, ?> run(Printer printer) throws IOException {
        List<Map<String, String>> recipes = new ArrayList<>();
        for (String name : RecipeCatalog.names()) {
            Recipe recipe = RecipeCatalog.read(name);
            printer.say(String.format("%-18s %s", name, recipe.description()));
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("description", recipe.description());
            recipes.add(entry);
        }
        return Map.of("recipes", recipes);
    }
}
