package org.spike4j.neuron.lifplus;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonSubTypes;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;

/** How a spike comes up: makes the pull {@code f} on the membrane. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SpikeInitiation.Instant.class, name = "instant"),
    @JsonSubTypes.Type(value = SpikeInitiation.Exponential.class, name = "exponential"),
    @JsonSubTypes.Type(value = SpikeInitiation.Quadratic.class, name = "quadratic")
})
public sealed interface SpikeInitiation extends LifPlusOption {

    /** At the threshold: f = rest - v. */
    record Instant() implements SpikeInitiation {
        @Override
        public String statements() {
            return "f = rest - v\n";
        }
    }

    /**
     * EXI: f = rest - v + sharpness exp((v - rheobase) / sharpness).
     *
     * @param sharpness of the rise, positive; the smaller, the sharper
     * @param rheobase voltage about which the membrane begins to rise by itself
     */
    record Exponential(
            @JsonProperty("sharpness") double sharpness,
            @JsonProperty("rheobase") double rheobase) implements SpikeInitiation {
        /** Checks the constants. */
        public Exponential {
            if (!(sharpness > 0) || Double.isInfinite(sharpness)) {
                throw new IllegalArgumentException("sharpness must be > 0 and finite, was " + sharpness);
            }
            Checks.finite(rheobase, "rheobase");
        }

        @Override
        public List<Constant> constants() {
            return List.of(
                    new Constant("sharpness", sharpness, Domain.above(0)),
                    new Constant("rheobase", rheobase, Domain.reals()));
        }

        @Override
        public String statements() {
            return "f = rest - v + sharpness * exp((v - rheobase) / sharpness)\n";
        }
    }

    /**
     * QDI: f = (rest - v) (critical - v).
     *
     * @param critical voltage above which the membrane rises by itself
     */
    record Quadratic(@JsonProperty("critical") double critical) implements SpikeInitiation {
        /** Checks the constant. */
        public Quadratic {
            Checks.finite(critical, "critical");
        }

        @Override
        public List<Constant> constants() {
            return List.of(new Constant("critical", critical, Domain.reals()));
        }

        @Override
        public String statements() {
            return "f = (rest - v) * (critical - v)\n";
        }
    }
}
