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
}
