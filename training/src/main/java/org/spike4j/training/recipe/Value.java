package org.spike4j.training.recipe;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value of a recipe and its place; each method checks that the value is of one kind, and throws a
 * {@link RecipeException} that names file, line and key if not.
 */
public final class Value {
    private final Place place;
    private final Node node;

    Value(Place place, Node node) {
        this.place = place;
        this.node = node;
    }

    Place place() {
        return place;
    }

    /**
     * The value as a text.
     *
     * @return the text
     */
    public String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw wrong("must be a text");
    }

    /**
     * The value as a whole number.
     *
     * @param lowest smallest number allowed
     * @param highest largest number allowed
     * @return the number
     */
    public int integer(int lowest, int highest) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
            try {
                int value = Integer.parseInt(scalar.getValue());
                if (value >= lowest && value <= highest) {
                    return value;
                }
            } catch (NumberFormatException tooLarge) {
                // falls through: out of every range
            }
        }
        throw wrong("must be a whole number from " + lowest + " to " + highest);
    }

    /**
     * The value as a number.
     *
     * @param lowest smallest number allowed
     * @param highest largest number allowed
     * @return the number
     */
    public double number(double lowest, double highest) {
        double value = anyNumber();
        if (value >= lowest && value <= highest) {
            return value;
        }
        throw wrong("must be a number from " + lowest + " to " + highest);
    }

    double positive() {
        double value = anyNumber();
        if (value > 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw wrong("must be a number > 0");
    }

    boolean flag() {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(scalar.getValue());
        }
        throw wrong("must be true or false");
    }

    /**
     * The value as a constant, in the spelling of recipes: FIRST_SPIKE is first-spike.
     *
     * @param type the enum
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> E choice(Class<E> type) {
        List<String> allowed = Spelling.all(type);
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("must be one of " + String.join(", ", allowed));
        }
        int index = allowed.indexOf(scalar.getValue());
        if (index < 0) {
            throw new RecipeException(
                    place,
                    "must be one of " + String.join(", ", allowed) + ", was " + found()
                            + NearestName.question(scalar.getValue(), allowed));
        }
        return type.getEnumConstants()[index];
    }

    /**
     * The value as a section; nothing at all counts as an empty one.
     *
     * @return the section
     */
    public Section section() {
        if (node instanceof MappingNode mapping) {
            return Section.of(place, mapping);
        }
        if (node.getTag().equals(Tag.NULL)) {
            return Section.empty(place);
        }
        throw wrong("must be a section of keys");
    }

    /**
     * The value as a list.
     *
     * @return its items
     */
    public List<Value> list() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("must be a list");
        }
        List<Value> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Value(place.item(items.size(), Section.line(item)), item));
        }
        return items;
    }

    /**
     * An error that names the place and what was found there.
     *
     * @param wanted what the value must be, as in "must be a number"
     * @return to be thrown
     */
    public RecipeException wrong(String wanted) {
        return new RecipeException(place, wanted + ", was " + found());
    }

    private double anyNumber() {
        if (node instanceof ScalarNode scalar) {
            if (scalar.getTag().equals(Tag.INT)) {
                return Double.parseDouble(scalar.getValue());
            }
            if (scalar.getTag().equals(Tag.FLOAT)) {
                return switch (scalar.getValue()) {
                    case ".inf" -> Double.POSITIVE_INFINITY;
                    case "-.inf" -> Double.NEGATIVE_INFINITY;
                    case ".nan" -> Double.NaN;
                    default -> Double.parseDouble(scalar.getValue());
                };
            }
        }
        throw wrong("must be a number");
    }

    private String found() {
        if (node instanceof MappingNode) {
            return "a section";
        }
        if (node instanceof SequenceNode) {
            return "a list";
        }
        if (node.getTag().equals(Tag.NULL)) {
            return "empty";
        }
        String value = ((ScalarNode) node).getValue();
        String shown = value.length() > 40 ? value.substring(0, 40) + "..." : value;
        return node.getTag().equals(Tag.STR) ? '"' + shown.replace("\n", " ") + '"' : shown;
    }
}
