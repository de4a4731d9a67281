package org.spike4j.neuron.lifplus;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonSubTypes;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;

/** Whether the accumulated input is a current or a conductance: makes the drive {@code j}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reversal.None.class, name = "none"),
    @JsonSubTypes.Type(value = Reversal.Potential.class, name = "potential")
})
public sealed interface Reversal extends LifPlusOption {

    /** A current: j = accumulated. */
    record None() implements Reversal {
        @Override
        public String statements() {
            return "j = accumulated\n";
        }
    }

    /**
     * REV, a conductance: j = (reversal - v) accumulated.
     *
     * @param reversal potential towards which it drives the membrane
     */
    record Potential(@JsonProperty("reversal") double reversal) implements Reversal {
        /** Checks the constant. */
        public Potential {
            Checks.finite(reversal, "reversal");
        }

        @Override
        public List<Constant> constants() {
            return List.of(new Constant("reversal", reversal, Domain.reals()));
        }

        @Override
        public String statements() {
            return "j = (reversal - v) * accumulated\n";
        }
    }
}
