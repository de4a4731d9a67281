package org.spike4j.neuron.lifplus;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonSubTypes;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;

/** How the membrane decays: makes {@code charged} of v, the pull f and the drive j. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MembraneDecay.Exponential.class, name = "exponential"),
    @JsonSubTypes.Type(value = MembraneDecay.Linear.class, name = "linear")
})
public sealed interface MembraneDecay extends LifPlusOption {

    /**
     * This option for steps of another length.
     *
     * @param factor new step / old step
     * @return a copy
     */
    default MembraneDecay withTimeScale(double factor) {
        return this;
    }

    /** EXD: charged = v + kappa (f + j). */
    record Exponential() implements MembraneDecay {
        @Override
        public String statements() {
            return "charged = v + kappa * (f + j)\n";
        }
    }

    /**
     * LID: charged = v + j - leak.
     *
     * @param leak what a step takes off
     */
    record Linear(@JsonProperty("leak") double leak) implements MembraneDecay {
        /** Checks the constant. */
        public Linear {
            Checks.finite(leak, "leak");
        }

        @Override
        public MembraneDecay withTimeScale(double factor) {
            return new Linear(LifPlusOption.atTimeScale("leak", leak, factor));
        }

        @Override
        public List<Constant> constants() {
            return List.of(new Constant("leak", leak, Domain.reals()));
        }

        @Override
        public String statements() {
            return "charged = v + j - leak\n";
        }
    }
}
