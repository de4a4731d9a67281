package org.spike4j.neuron;

import java.util.Objects;

/**
 * One numeric constant of a neuron model.
 *
 * @param name name as in the model's equation, also the name under which it is learned
 * @param value value of the model
 * @param domain values it may take when it is learned
 */
public record Constant(String name, double value, Domain domain) {

    /** Checks that nothing is missing. */
    public Constant {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(domain, "domain");
    }
}
