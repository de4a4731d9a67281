package org.spike4j.neuron.equation;

import java.util.LinkedHashMap;
import java.util.Map;

/** The names that an expression may use, and what they stand for at this place. */
final class Scope {
    private final Map<String, Quantity> names = new LinkedHashMap<>();

    boolean has(String name) {
        return names.containsKey(name);
    }

    Quantity get(String name) {
        return names.get(name);
    }

    void put(String name, Quantity quantity) {
        names.put(name, quantity);
    }

    void remove(String name) {
        names.remove(name);
    }

    /** The names, for messages. */
    String listed() {
        return String.join(", ", names.keySet());
    }
}
