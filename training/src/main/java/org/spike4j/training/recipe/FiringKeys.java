package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.SpikingModel;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * The keys that every neuron model has: how it fires and what it learns. A key not given leaves the model's default.
 */
final class FiringKeys {
    static final List<String> KEYS = List.of(
            "threshold", "fires", "reset", "resetValue", "resetTiming", "detachReset", "surrogate", "learn", "sharing");

    /** When a neuron spikes, as a recipe spells it. */
    private enum Fires {
        AT_THRESHOLD,
        ABOVE_THRESHOLD
    }

    private FiringKeys() {}

    /** A model whose threshold is above 0. */
    static <M extends SpikingModel<M>> M apply(M model, Section section) {
        return apply(
                model, section, section.positive("threshold", model.firing().threshold()));
    }

    /** A model whose threshold is a potential, of any sign. */
    static <M extends SpikingModel<M>> M applyInMillivolts(M model, Section section) {
        return apply(model, section, section.real("threshold", model.firing().threshold()));
    }

    /** When a neuron spikes; the same keyword in every model. */
    static FireCondition condition(Section section, FireCondition otherwise) {
        return section.find("fires")
                .map(value -> FireCondition.valueOf(value.choice(Fires.class).name()))
                .orElse(otherwise);
    }

    private static <M extends SpikingModel<M>> M apply(M model, Section section, double threshold) {
        M fired = model.withFiring(firing(model.firing(), section, threshold));
        return section.has("learn") ? fired.withLearned(learned(section)) : fired;
    }

    /** The constants of the key {@code learn}, which is there. */
    static List<Learned> learned(Section section) {
        Sharing sharing = section.choice("sharing", Sharing.SHARED);
        return section.get("learn").list().stream()
                .map(value -> new Learned(value.text(), sharing))
                .toList();
    }

    private static Firing firing(Firing standard, Section section, double threshold) {
        FireCondition condition = condition(section, standard.condition());
        Surrogate surrogate = section.find("surrogate")
                .map(value -> SurrogateFamily.read(value.section()))
                .orElse(standard.surrogate());
        return new Firing(threshold, condition, reset(standard.reset(), section), surrogate);
    }

    private static Reset reset(Reset standard, Section section) {
        return new Reset(
                section.choice("reset", standard.mode()),
                section.real("resetValue", standard.value()),
                section.choice("resetTiming", standard.timing()),
                section.flag("detachReset", standard.detached()));
    }
}
