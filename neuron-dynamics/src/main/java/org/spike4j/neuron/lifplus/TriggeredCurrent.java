package org.spike4j.neuron.lifplus;

import java.util.List;
import org.nd4j.shade.jackson.annotation.JsonProperty;
import org.nd4j.shade.jackson.annotation.JsonSubTypes;
import org.nd4j.shade.jackson.annotation.JsonTypeInfo;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Domain;

/** A current w that spikes trigger: makes {@code driven} of the charged membrane. The state w starts at 0. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TriggeredCurrent.None.class, name = "none"),
    @JsonSubTypes.Type(value = TriggeredCurrent.Adaptation.class, name = "adaptation"),
    @JsonSubTypes.Type(value = TriggeredCurrent.Subthreshold.class, name = "subthreshold")
})
public sealed interface TriggeredCurrent extends LifPlusOption {

    /**
     * This option for steps of another length.
     *
     * @param factor new step / old step
     * @return a copy
     */
    default TriggeredCurrent withTimeScale(double factor) {
        return this;
    }

    /** driven = charged. */
    record None() implements TriggeredCurrent {
        @Override
        public String statements() {
            return "driven = charged\n";
        }
    }

    /**
     * ADT: w = (1 - currentRate) w; driven = charged + w; after the spike w = w - currentDrop s.
     *
     * @param rate share of w that a step loses, in (0, 1); the constant {@code currentRate}
     * @param drop what a spike takes off w; the constant {@code currentDrop}
     */
    record Adaptation(
            @JsonProperty("rate") double rate,
            @JsonProperty("drop") double drop) implements TriggeredCurrent {
        /** Checks the constants. */
        public Adaptation {
            Checks.rate(rate, "rate");
            Checks.finite(drop, "drop");
        }

        @Override
        public TriggeredCurrent withTimeScale(double factor) {
            return new Adaptation(
                    LifPlusOption.atTimeScale("currentRate", rate, factor),
                    LifPlusOption.atTimeScale("currentDrop", drop, factor));
        }

        @Override
        public List<Constant> constants() {
            return List.of(
                    new Constant("currentRate", rate, Domain.between(0, 1)),
                    new Constant("currentDrop", drop, Domain.reals()));
        }

        @Override
        public String states() {
            return "state w = 0\n";
        }

        @Override
        public String statements() {
            return "w = (1 - currentRate) * w\ndriven = charged + w\n";
        }

        @Override
        public String afterSpike() {
            return "w = w - currentDrop * s\n";
        }
    }

    /**
     * SBT: w = (1 - currentRate) w + kappa currentCoupling (v - currentLevel); driven = charged + w; after the spike w = w -
     * currentDrop s.
     *
     * @param rate share of w that a step loses, in (0, 1); the constant {@code currentRate}
     * @param drop what a spike takes off w; the constant {@code currentDrop}
     * @param coupling to the membrane; the constant {@code currentCoupling}
     * @param level membrane that does not drive w; the constant {@code currentLevel}
     */
    record Subthreshold(
            @JsonProperty("rate") double rate,
            @JsonProperty("drop") double drop,
            @JsonProperty("coupling") double coupling,
            @JsonProperty("level") double level)
            implements TriggeredCurrent {
        /** Checks the constants. */
        public Subthreshold {
            Checks.rate(rate, "rate");
            Checks.finite(drop, "drop");
            Checks.finite(coupling, "coupling");
            Checks.finite(level, "level");
        }

        @Override
        public TriggeredCurrent withTimeScale(double factor) {
            return new Subthreshold(
                    LifPlusOption.atTimeScale("currentRate", rate, factor),
                    LifPlusOption.atTimeScale("currentDrop", drop, factor),
                    LifPlusOption.atTimeScale("currentCoupling", coupling, factor),
                    level);
        }

        @Override
        public List<Constant> constants() {
            return List.of(
                    new Constant("currentRate", rate, Domain.between(0, 1)),
                    new Constant("currentDrop", drop, Domain.reals()),
                    new Constant("currentCoupling", coupling, Domain.reals()),
                    new Constant("currentLevel", level, Domain.reals()));
        }

        @Override
        public String states() {
            return "state w = 0\n";
        }

        @Override
        public String statements() {
            return """
                    w = (1 - currentRate) * w + kappa * currentCoupling * (v - currentLevel)
                    driven = charged + w
                    """;
        }

        @Override
        public String afterSpike() {
            return "w = w - currentDrop * s\n";
        }
    }
}
