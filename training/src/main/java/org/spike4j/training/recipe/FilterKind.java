package org.spike4j.training.recipe;

import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.synapse.AlphaFunction;
import org.spike4j.neuron.synapse.DoubleExponential;
import org.spike4j.neuron.synapse.Exponential;
import org.spike4j.neuron.synapse.GatedExponential;
import org.spike4j.neuron.synapse.SynapseModel;

/** The synaptic filters a recipe can name; tau in steps, tauRise for the double exponential. */
enum FilterKind {
    GATED,
    EXPONENTIAL,
    DOUBLE_EXPONENTIAL,
    ALPHA;

    static SynapseModel read(Section section) {
        FilterKind kind = section.find("kind")
                .map(value -> value.choice(FilterKind.class))
                .orElse(EXPONENTIAL);
        double tau = section.get("tau").positive();
        boolean learned = section.find("learn").map(Value::flag).orElse(false);
        Sharing sharing = section.find("sharing")
                .map(value -> value.choice(Sharing.class))
                .orElse(Sharing.SHARED);
        if (section.has("tauRise") != (kind == DOUBLE_EXPONENTIAL)) {
            throw new RecipeException(
                    section.place(), "must have tauRise if kind is double-exponential, and only then");
        }
        try {
            return switch (kind) {
                case GATED -> {
                    GatedExponential filter = GatedExponential.withTauInSteps(tau);
                    yield learned ? filter.learned(sharing) : filter;
                }
                case EXPONENTIAL -> {
                    Exponential filter = Exponential.withTauInSteps(tau);
                    yield learned ? filter.learned(sharing) : filter;
                }
                case DOUBLE_EXPONENTIAL -> {
                    DoubleExponential filter = DoubleExponential.withTausInSteps(
                            tau, section.get("tauRise").positive());
                    yield learned
                            ? filter.withLearned(new Learned("tauDecay", sharing), new Learned("tauRise", sharing))
                            : filter;
                }
                case ALPHA -> {
                    AlphaFunction filter = AlphaFunction.withTauInSteps(tau);
                    yield learned ? filter.learned(sharing) : filter;
                }
            };
        } catch (RecipeException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new RecipeException(
                    section.place(), "is not a valid " + Spelling.of(kind) + " filter: " + e.getMessage());
        }
    }
}
