package org.spike4j.neuron.synapse;

import java.util.List;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Learned;

/** Checks shared by the models. */
final class SynapseChecks {
    private SynapseChecks() {}

    static void steps(double tau, String name) {
        if (!(tau > 0) || Double.isInfinite(tau)) {
            throw new IllegalArgumentException(name + " must be > 0 steps and finite, was " + tau);
        }
    }

    /** An immutable copy of the settings, once each names another of the constants, whose value can be learned. */
    static List<Learned> learned(List<Learned> learned, List<Constant> constants) {
        for (Learned one : learned) {
            Constant constant = constants.stream()
                    .filter(each -> each.name().equals(one.constant()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("learned constant must be one of "
                            + constants.stream().map(Constant::name).toList() + ", was \"" + one.constant() + "\""));
            try {
                constant.domain().raw(constant.value());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(constant.name() + ": " + e.getMessage(), e);
            }
        }
        if (learned.stream().map(Learned::constant).distinct().count() < learned.size()) {
            throw new IllegalArgumentException("a constant can be learned only once, was " + learned);
        }
        return List.copyOf(learned);
    }
}
