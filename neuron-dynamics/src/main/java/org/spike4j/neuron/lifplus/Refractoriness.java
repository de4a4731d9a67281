package org.spike4j.neuron.lifplus;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonSubTypes;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;

/** What holds back the next spike: makes the membrane {@code h} of the driven one, and {@code arriving} of the input x. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Refractoriness.None.class, name = "none"),
    @JsonSubTypes.Type(value = Refractoriness.Absolute.class, name = "absolute"),
    @JsonSubTypes.Type(value = Refractoriness.Relative.class, name = "relative")
})
public sealed interface Refractoriness extends LifPlusOption {

    /**
     * This option for steps of another length.
     *
     * @param factor new step / old step
     * @return a copy
     */
    default Refractoriness withTimeScale(double factor) {
        return this;
    }

    /**
     * What of the input arrives.
     *
     * @return lines of text
     */
    default String gate() {
        return "arriving = x\n";
    }

    @Override
    default String statements() {
        return "h = driven\n";
    }

    /** Nothing: arriving = x; h = driven. */
    record None() implements Refractoriness {}

    /**
     * AR: arriving = 0 where the counter c &gt; 0.5, else x; h = driven; after the spike c = steps where s &gt; 0.5, else max(0, c - 1).
     * The counter starts at 0 and has no gradient.
     *
     * @param steps for which a spike keeps the input away, at least 1
     */
    record Absolute(@JsonProperty("steps") int steps) implements Refractoriness {
        /** Checks the constant. */
        public Absolute {
            if (steps < 1) {
                throw new IllegalArgumentException("steps must be >= 1, was " + steps);
            }
        }

        /** The nearest number of the new steps, at least one. */
        @Override
        public Refractoriness withTimeScale(double factor) {
            return new Absolute(Math.toIntExact(Math.max(1, Math.round(steps / factor))));
        }

        @Override
        public String gate() {
            return "arriving = where(c > 0.5, 0, x)\n";
        }

        @Override
        public String states() {
            return "state c = 0\n";
        }

        @Override
        public String afterSpike() {
            return "c = where(s > 0.5, " + steps + ", max(0, c - 1))\n";
        }
    }

    /**
     * RR: r = (1 - refractoryRate) r; u = (1 - adaptationRate) u; h = driven + r (refractoryLevel - v) + u (adaptationLevel -
     * v); after the spike r = r - refractoryDrop s and u = u - adaptationDrop s. Both conductances start at 0.
     *
     * @param rate share of r that a step loses, in (0, 1); the constant {@code refractoryRate}
     * @param drop what a spike takes off r; the constant {@code refractoryDrop}
     * @param level towards which a positive r drives the membrane; the constant {@code refractoryLevel}
     * @param adaptationRate share of u that a step loses, in (0, 1)
     * @param adaptationDrop what a spike takes off u
     * @param adaptationLevel towards which a positive u drives the membrane
     */
    record Relative(
            @JsonProperty("rate") double rate,
            @JsonProperty("drop") double drop,
            @JsonProperty("level") double level,
            @JsonProperty("adaptationRate") double adaptationRate,
            @JsonProperty("adaptationDrop") double adaptationDrop,
            @JsonProperty("adaptationLevel") double adaptationLevel)
            implements Refractoriness {
        /** Checks the constants. */
        public Relative {
            Checks.rate(rate, "rate");
            Checks.finite(drop, "drop");
            Checks.finite(level, "level");
            Checks.rate(adaptationRate, "adaptationRate");
            Checks.finite(adaptationDrop, "adaptationDrop");
            Checks.finite(adaptationLevel, "adaptationLevel");
        }

        @Override
        public Refractoriness withTimeScale(double factor) {
            return new Relative(
                    LifPlusOption.atTimeScale("refractoryRate", rate, factor),
                    LifPlusOption.atTimeScale("refractoryDrop", drop, factor),
                    level,
                    LifPlusOption.atTimeScale("adaptationRate", adaptationRate, factor),
                    LifPlusOption.atTimeScale("adaptationDrop", adaptationDrop, factor),
                    adaptationLevel);
        }

        @Override
        public List<Constant> constants() {
            return List.of(
                    new Constant("refractoryRate", rate, Domain.between(0, 1)),
                    new Constant("refractoryDrop", drop, Domain.reals()),
                    new Constant("refractoryLevel", level, Domain.reals()),
                    new Constant("adaptationRate", adaptationRate, Domain.between(0, 1)),
                    new Constant("adaptationDrop", adaptationDrop, Domain.reals()),
                    new Constant("adaptationLevel", adaptationLevel, Domain.reals()));
        }

        @Override
        public String states() {
            return "state r = 0\nstate u = 0\n";
        }

        @Override
        public String statements() {
            return """
                    r = (1 - refractoryRate) * r
                    u = (1 - adaptationRate) * u
                    h = driven + r * (refractoryLevel - v) + u * (adaptationLevel - v)
                    """;
        }

        @Override
        public String afterSpike() {
            return "r = r - refractoryDrop * s\nu = u - adaptationDrop * s\n";
        }
    }
}
