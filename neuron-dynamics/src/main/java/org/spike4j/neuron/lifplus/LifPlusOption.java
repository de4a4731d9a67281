package org.spike4j.neuron.lifplus;

import java.util.List;
import org.spike4j.neuron.Constant;

/**
 * An option of a group: its constants, and what it adds to the text of the step. Each group sets the names that the next one
 * uses, as its own documentation says; {@code v} is the membrane of the step before.
 */
public interface LifPlusOption {

    /**
     * Its constants.
     *
     * @return names that no other option has
     */
    default List<Constant> constants() {
        return List.of();
    }

    /**
     * Declarations of its states.
     *
     * @return lines of text
     */
    default String states() {
        return "";
    }

    /**
     * What it computes before the spike.
     *
     * @return lines of text
     */
    String statements();

    /**
     * What it computes from the spike s.
     *
     * @return lines of text
     */
    default String afterSpike() {
        return "";
    }

    /**
     * The value of a constant for steps of another length. The share that a step loses is that of so many steps. What is added
     * to the membrane in every step grows with the step: kappa, a linear leak, and the currents and conductances behind the
     * charge, by what drives them.
     *
     * @param constant name of a constant of LifPlus or of an option
     * @param value its value
     * @param factor new step / old step
     * @return the value for the new step
     */
    static double atTimeScale(String constant, double value, double factor) {
        return switch (constant) {
            case "synapseRate", "currentRate", "refractoryRate", "adaptationRate" -> 1 - Math.pow(1 - value, factor);
            case "kappa", "leak", "currentDrop", "currentCoupling", "refractoryDrop", "adaptationDrop" ->
                factor * value;
            default -> value;
        };
    }
}
