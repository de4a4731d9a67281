package org.spike4j.neuron;

import java.util.List;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * A neuron model that fires, with the settings that all of them share.
 *
 * @param <M> the model itself
 */
public interface SpikingModel<M extends SpikingModel<M>> extends NeuronModel {

    /**
     * Threshold, reset and surrogate.
     *
     * @return how this neuron fires
     */
    Firing firing();

    /**
     * This neuron, firing differently.
     *
     * @param firing threshold, reset and surrogate
     * @return a copy
     */
    M withFiring(Firing firing);

    /**
     * This neuron with constants that are trained.
     *
     * @param learned which constants, and how they are shared
     * @return a copy
     */
    M withLearned(List<Learned> learned);

    /**
     * This neuron with constants that are trained.
     *
     * @param learned which constants, and how they are shared
     * @return a copy
     */
    default M withLearned(Learned... learned) {
        return withLearned(List.of(learned));
    }

    /**
     * This neuron with another threshold.
     *
     * @param threshold theta
     * @return a copy
     */
    default M withThreshold(double threshold) {
        return withFiring(firing().withThreshold(threshold));
    }

    /**
     * This neuron with another reset.
     *
     * @param reset what a spike does to the membrane
     * @return a copy
     */
    default M withReset(Reset reset) {
        return withFiring(firing().withReset(reset));
    }

    /**
     * This neuron with another surrogate.
     *
     * @param surrogate derivative of the spike
     * @return a copy
     */
    default M withSurrogate(Surrogate surrogate) {
        return withFiring(firing().withSurrogate(surrogate));
    }
}
