package org.spike4j.training.recipe;

import java.util.List;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.equation.EquationException;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.surrogate.ATan;

/** Reads {@link EquationNeuron}, whose text says threshold, reset and what is learned. */
final class EquationText {
    static final List<String> KEYS = List.of("equations", "dt", "subSteps", "scheme", "fires", "surrogate");

    private EquationText() {}

    static NeuronModel read(Section section) {
        Value text = section.get("equations");
        try {
            return new EquationNeuron(
                    text.text(),
                    section.positive("dt", 1e-3),
                    section.integer("subSteps", 1, 1000, 1),
                    section.choice("scheme", Scheme.EULER),
                    FiringKeys.condition(section, FireCondition.AT_THRESHOLD),
                    section.find("surrogate")
                            .map(value -> SurrogateFamily.read(value.section()))
                            .orElse(ATan.ofAlpha(2)));
        } catch (EquationException e) {
            String reason = e.getMessage().lines().findFirst().orElse("");
            throw new RecipeException(text.place(), "is no neuron: in its text, " + reason);
        }
    }
}
