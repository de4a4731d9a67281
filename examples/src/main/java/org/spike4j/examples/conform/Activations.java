package org.spike4j.examples.conform;

import java.util.Map;
import java.util.Optional;
import org.spike4j.neuron.Activation;

/** The activations of analog outputs by their names in the case files. */
final class Activations {
    private static final Map<String, Activation> NAMES =
            Map.of("relu", Activation.RELU, "tanh", Activation.TANH, "identity", Activation.IDENTITY);

    private Activations() {}

    static Optional<Activation> of(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }
}
