package org.spike4j.training.model;

import java.util.Objects;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * The content of a model file.
 *
 * @param network with parameters and updater state
 * @param description what it is
 * @param state how far its training has come
 */
public record SavedModel(MultiLayerNetwork network, ModelDescription description, TrainingState state) {

    /** Checks that nothing is missing. */
    public SavedModel {
        Objects.requireNonNull(network, "network");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(state, "state");
    }
}
