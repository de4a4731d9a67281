package org.spike4j.training.recipe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A section of a recipe: keys and their values, in the order of the file. Each method that reads a value throws a
 * {@link RecipeException} that names file, line and key if it is not as it should be.
 */
public final class Section {
    private final Place place;
    private final Map<String, Value> values;

    private Section(Place place, Map<String, Value> values) {
        this.place = place;
        this.values = values;
    }

    static Section empty(Place place) {
        return new Section(place, Map.of());
    }

    static Section of(Place place, MappingNode mapping) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new RecipeException(place, "has a key that is not a word");
            }
            Place at = place.key(key.getValue(), line(key));
            if (values.put(key.getValue(), new Value(at, tuple.getValueNode())) != null) {
                throw new RecipeException(at, "is given twice; keep one");
            }
        }
        return new Section(place, values);
    }

    /** Line of a node, counted from 1; 0 if not known. */
    static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).map(line -> line + 1).orElse(0);
    }

    Place place() {
        return place;
    }

    /**
     * Refuses every key but these.
     *
     * @param allowed the known keys
     * @return this
     */
    public Section allow(List<String> allowed) {
        for (Map.Entry<String, Value> entry : values.entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw new RecipeException(
                        entry.getValue().place(),
                        "is not a known key; allowed are " + String.join(", ", new TreeSet<>(allowed))
                                + NearestName.question(entry.getKey(), allowed));
            }
        }
        return this;
    }

    /**
     * Refuses every key but these.
     *
     * @param allowed the known keys
     * @return this
     */
    public Section allow(String... allowed) {
        return allow(List.of(allowed));
    }

    /**
     * Whether there is nothing in it.
     *
     * @return true without any key
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /**
     * The value of a key.
     *
     * @param key the key
     * @return the value; empty if the key is missing
     */
    public Optional<Value> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * The value of a key that must be there.
     *
     * @param key the key
     * @return the value
     */
    public Value get(String key) {
        return find(key).orElseThrow(() -> new RecipeException(place.key(key, place.line()), "is missing"));
    }

    /**
     * A number of a key that may be missing.
     *
     * @param key the key
     * @param lowest smallest number allowed
     * @param highest largest number allowed
     * @param otherwise the number if the key is missing
     * @return the number
     */
    public double number(String key, double lowest, double highest, double otherwise) {
        return find(key).map(value -> value.number(lowest, highest)).orElse(otherwise);
    }

    /** A finite number of a key that may be missing. */
    double real(String key, double otherwise) {
        return number(key, -1e6, 1e6, otherwise);
    }

    /** A number above 0 of a key that may be missing. */
    double positive(String key, double otherwise) {
        return find(key).map(Value::positive).orElse(otherwise);
    }

    /**
     * A whole number of a key that may be missing.
     *
     * @param key the key
     * @param lowest smallest number allowed
     * @param highest largest number allowed
     * @param otherwise the number if the key is missing
     * @return the number
     */
    public int integer(String key, int lowest, int highest, int otherwise) {
        return find(key).map(value -> value.integer(lowest, highest)).orElse(otherwise);
    }

    /**
     * True or false of a key that may be missing.
     *
     * @param key the key
     * @param otherwise the value if the key is missing
     * @return the value
     */
    public boolean flag(String key, boolean otherwise) {
        return find(key).map(Value::flag).orElse(otherwise);
    }

    /**
     * A constant, as a recipe spells it, of a key that may be missing.
     *
     * @param key the key
     * @param otherwise the constant if the key is missing
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> E choice(String key, E otherwise) {
        return find(key)
                .map(value -> value.choice(otherwise.getDeclaringClass()))
                .orElse(otherwise);
    }

    /** The section of a key; empty where the key is missing. */
    Section section(String key) {
        return find(key).map(Value::section).orElseGet(() -> empty(place.key(key, place.line())));
    }

    /**
     * The only key of a section that must have exactly one.
     *
     * @param wanted what it names, for messages
     * @return the key and its value
     */
    public Map.Entry<String, Value> only(String wanted) {
        if (values.size() != 1) {
            throw new RecipeException(place, "must be one " + wanted + ", has " + values.size() + " keys");
        }
        return values.entrySet().iterator().next();
    }

    /** This section, with the values of another one where this has none. */
    Section over(Section base) {
        Map<String, Value> merged = new LinkedHashMap<>(base.values);
        merged.putAll(values);
        return new Section(place, merged);
    }
}
