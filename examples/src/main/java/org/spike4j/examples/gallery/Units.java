package org.spike4j.examples.gallery;

import java.util.HashMap;
import java.util.Map;
import org.spike4j.neuron.EquationModel;
import org.spike4j.neuron.equation.DeclaredConstant;
import org.spike4j.neuron.equation.StepProgram;

/**
 * Units of the constants of an entry: those that its equations declare, those that it names itself, and those that follow from
 * the names of times.
 *
 * @param declared by name; empty for a plain number
 * @param timeUnit of constants whose name begins with tau
 */
record Units(Map<String, String> declared, String timeUnit) {
    private static final String TIME_CONSTANT = "tau";
    private static final String NO_UNIT = "no unit";

    static Units of(GalleryEntry entry) {
        Map<String, String> units = new HashMap<>();
        if (entry.model() instanceof EquationModel model && model.step().units()) {
            for (DeclaredConstant one : StepProgram.of(model.step()).declared()) {
                units.put(one.constant().name(), one.unit().equals(NO_UNIT) ? "" : one.unit());
            }
        }
        units.putAll(entry.units());
        return new Units(units, entry.stimulus().timeUnit());
    }

    String unit(String constant) {
        return declared.getOrDefault(constant, constant.startsWith(TIME_CONSTANT) ? timeUnit : "");
    }
}
