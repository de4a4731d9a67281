package org.spike4j.neuron.lifplus;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonSubTypes;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;

/** How the input adds up: makes {@code accumulated} of the input {@code arriving}. States start at 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = InputAccumulation.None.class, name = "none"),
    @JsonSubTypes.Type(value = InputAccumulation.Exponential.class, name = "exponential"),
    @JsonSubTypes.Type(value = InputAccumulation.Alpha.class, name = "alpha")
})
public sealed interface InputAccumulation extends LifPlusOption {

    /**
     * This option for steps of another length.
     *
     * @param factor new step / old step
     * @return a copy
     */
    default InputAccumulation withTimeScale(double factor) {
        return this;
    }

    /** CUB: accumulated = arriving. */
    record None() implements InputAccumulation {
        @Override
        public String statements() {
            return "accumulated = arriving\n";
        }
    }

    /**
     * COBE: g = (1 - synapseRate) g + arriving, which is accumulated.
     *
     * @param rate share of g that a step loses, in (0, 1); the constant {@code synapseRate}
     */
    record Exponential(@JsonProperty("rate") double rate) implements InputAccumulation {
        /** Checks the constant. */
        public Exponential {
            Checks.rate(rate, "rate");
        }

        @Override
        public InputAccumulation withTimeScale(double factor) {
            return new Exponential(LifPlusOption.atTimeScale("synapseRate", rate, factor));
        }

        @Override
        public List<Constant> constants() {
            return List.of(new Constant("synapseRate", rate, Domain.between(0, 1)));
        }

        @Override
        public String states() {
            return "state g = 0\n";
        }

        @Override
        public String statements() {
            return """
                    g = (1 - synapseRate) * g + arriving
                    accumulated = g
                    """;
        }
    }

    /**
     * COBA: y = (1 - synapseRate) y + arriving, then g = (1 - synapseRate) g + e synapseRate y, which is accumulated; e =
     * 2.718...
     *
     * @param rate share of y and of g that a step loses, in (0, 1); the constant {@code synapseRate}
     */
    record Alpha(@JsonProperty("rate") double rate) implements InputAccumulation {
        /** Checks the constant. */
        public Alpha {
            Checks.rate(rate, "rate");
        }

        @Override
        public InputAccumulation withTimeScale(double factor) {
            return new Alpha(LifPlusOption.atTimeScale("synapseRate", rate, factor));
        }

        @Override
        public List<Constant> constants() {
            return List.of(new Constant("synapseRate", rate, Domain.between(0, 1)));
        }

        @Override
        public String states() {
            return "state g = 0\nstate y = 0\n";
        }

        @Override
        public String statements() {
            return """
                    y = (1 - synapseRate) * y + arriving
                    g = (1 - synapseRate) * g + e * synapseRate * y
                    accumulated = g
                    """;
        }
    }
}
