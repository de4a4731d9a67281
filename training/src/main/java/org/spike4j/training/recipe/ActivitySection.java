package org.spike4j.training.recipe;

import org.spike4j.layers.ActivityPenalty;

/**
 * The section {@code activity} of a spiking layer: lower (0) and upper (.inf) bounds of the rates in spikes a step, strength
 * (1), l1 and l2 (0), scope (batch).
 */
final class ActivitySection {
    private ActivitySection() {}

    /** The penalty of a layer, null if it says nothing about it. */
    static ActivityPenalty read(Section layer) {
        if (!layer.has("activity")) {
            return null;
        }
        Section section = layer.section("activity").allow("lower", "upper", "strength", "l1", "l2", "scope");
        double lower = section.find("lower").map(value -> value.number(0, 1e6)).orElse(0.0);
        return new ActivityPenalty(
                lower,
                section.find("upper")
                        .map(value -> value.number(lower, Double.POSITIVE_INFINITY))
                        .orElse(Double.POSITIVE_INFINITY),
                price(section, "strength", 1),
                price(section, "l1", 0),
                price(section, "l2", 0),
                section.find("scope")
                        .map(value -> value.choice(ActivityPenalty.Scope.class))
                        .orElse(ActivityPenalty.Scope.BATCH));
    }

    private static double price(Section section, String key, double otherwise) {
        return section.find(key).map(value -> value.number(0, 1e6)).orElse(otherwise);
    }
}
