package org.spike4j.neuron;

import java.util.Objects;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Says that a constant of a model is trained with the weights.
 *
 * @param constant name of the constant
 * @param sharing which neurons share it
 */
public record Learned(
        @JsonProperty("constant") String constant,
        @JsonProperty("sharing") Sharing sharing) {

    /** Checks that nothing is missing. */
    public Learned {
        Objects.requireNonNull(constant, "constant");
        Objects.requireNonNull(sharing, "sharing");
    }

    /**
     * One value for the layer.
     *
     * @param constant name of the constant
     * @return the setting
     */
    public static Learned shared(String constant) {
        return new Learned(constant, Sharing.SHARED);
    }

    /**
     * One value for each neuron.
     *
     * @param constant name of the constant
     * @return the setting
     */
    public static Learned perNeuron(String constant) {
        return new Learned(constant, Sharing.PER_NEURON);
    }

    /**
     * One value for each feature or channel.
     *
     * @param constant name of the constant
     * @return the setting
     */
    public static Learned perChannel(String constant) {
        return new Learned(constant, Sharing.PER_CHANNEL);
    }
}
