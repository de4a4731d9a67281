package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.ResetTiming;
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

    static <M extends SpikingModel<M>> M apply(M model, Section section) {
        M fired = model.withFiring(firing(model.firing(), section));
        if (!section.has("learn")) {
            return fired;
        }
        Sharing sharing = section.find("sharing")
                .map(value -> value.choice(Sharing.class))
                .orElse(Sharing.SHARED);
        List<Learned> learned = section.get("learn").list().stream()
                .map(value -> new Learned(value.text(), sharing))
                .toList();
        return fired.withLearned(learned);
    }

    private static Firing firing(Firing standard, Section section) {
        double threshold = section.find("threshold").map(Value::positive).orElse(standard.threshold());
        FireCondition condition = section.find("fires")
                .map(value -> FireCondition.valueOf(value.choice(Fires.class).name()))
                .orElse(standard.condition());
        Surrogate surrogate = section.find("surrogate")
                .map(value -> SurrogateFamily.read(value.section()))
                .orElse(standard.surrogate());
        return new Firing(threshold, condition, reset(standard.reset(), section), surrogate);
    }

    private static Reset reset(Reset standard, Section section) {
        return new Reset(
                section.find("reset")
                        .map(value -> value.choice(ResetMode.class))
                        .orElse(standard.mode()),
                section.find("resetValue").map(value -> value.number(-1e6, 1e6)).orElse(standard.value()),
                section.find("resetTiming")
                        .map(value -> value.choice(ResetTiming.class))
                        .orElse(standard.timing()),
                section.find("detachReset").map(Value::flag).orElse(standard.detached()));
    }
}
