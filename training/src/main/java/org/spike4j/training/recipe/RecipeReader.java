package org.spike4j.training.recipe;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads recipes.
 *
 * <pre>
 * name: digits
 * description: one line
 * data: {set: mnist, steps: 25}
 * neuron: {model: leaky, beta: 0.95}
 * layers:
 *   - dense: {units: 1000}
 *   - leaky-readout: {tau: 20, reduction: every-step}
 * training: {epochs: 1, batch: 128, learningRate: 5e-4}
 * </pre>
 *
 * <p>The records of this package say what each key means and what it is if not given. The section {@code neuron} holds
 * for every spiking layer; a layer's own {@code neuron} section replaces single keys of it.
 */
public final class RecipeReader {
    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 16;

    private RecipeReader() {}

    /**
     * Reads a recipe from a file.
     *
     * @param file a YAML file in UTF-8
     * @return the recipe
     * @throws IOException if the file cannot be read
     * @throws RecipeException if it is not a valid recipe
     */
    public static Recipe read(Path file) throws IOException {
        String source = file.toString();
        if (Files.size(file) > LARGEST) {
            throw new RecipeException(source, "", "is larger than 1 MiB");
        }
        try {
            return parse(source, Files.readString(file));
        } catch (MalformedInputException e) {
            throw new RecipeException(source, "", "is not UTF-8 text");
        }
    }

    /**
     * Reads a recipe from a text.
     *
     * @param source name of the text, for messages
     * @param text YAML
     * @return the recipe
     * @throws RecipeException if it is not a valid recipe
     */
    public static Recipe parse(String source, String text) {
        Section root = compose(source, text).section();
        root.allow("name", "description", "data", "neuron", "layers", "training");
        Section neuron = root.section("neuron");
        NeuronSection.read(neuron);
        return new Recipe(
                root.get("name").text(),
                root.find("description").map(Value::text).orElse(""),
                DataRecipe.read(root.get("data").section()),
                LayerKind.readAll(root.get("layers"), neuron),
                TrainingRecipe.read(root.get("training").section()),
                text);
    }

    private static Value compose(String source, String text) {
        Place root = new Place(source, 0, "");
        LoadSettings settings = LoadSettings.builder().setLabel(source).build();
        try {
            requireShallow(root, new Parse(settings).parseString(text));
            Optional<Node> node = new Compose(settings).composeString(text);
            return new Value(root, node.orElseThrow(() -> new RecipeException(root, "is empty")));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).map(l -> l + 1).orElse(0);
            throw new RecipeException(new Place(source, line, ""), "is not valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new RecipeException(root, "is not valid YAML: " + e.getMessage());
        }
    }

    /** Composing is recursive, and a file of brackets alone would exhaust the stack. */
    private static void requireShallow(Place root, Iterable<Event> events) {
        int depth = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new RecipeException(root, "is nested deeper than " + DEEPEST + " levels");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }
}
