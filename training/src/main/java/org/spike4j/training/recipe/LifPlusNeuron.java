package org.spike4j.training.recipe;

import org.spike4j.neuron.LifPlus;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.lifplus.InputAccumulation;
import org.spike4j.neuron.lifplus.MembraneDecay;
import org.spike4j.neuron.lifplus.Refractoriness;
import org.spike4j.neuron.lifplus.Reversal;
import org.spike4j.neuron.lifplus.SpikeInitiation;
import org.spike4j.neuron.lifplus.TriggeredCurrent;

/** Reads {@link LifPlus}: each group of options is a section with a kind and the constants of that kind, all of them needed. */
final class LifPlusNeuron {
    private LifPlusNeuron() {}

    private enum Accumulation {
        NONE,
        EXPONENTIAL,
        ALPHA
    }

    private enum Initiation {
        INSTANT,
        EXPONENTIAL,
        QUADRATIC
    }

    private enum Triggered {
        NONE,
        ADAPTATION,
        SUBTHRESHOLD
    }

    private enum Refractory {
        NONE,
        ABSOLUTE,
        RELATIVE
    }

    static NeuronModel read(Section section) {
        LifPlus neuron = LifPlus.withKappa(section.positive("kappa", 0.5)).withRest(section.real("rest", 0));
        if (section.has("leak")) {
            neuron = neuron.with(new MembraneDecay.Linear(number(section, "leak")));
        }
        if (section.has("reversal")) {
            neuron = neuron.with(new Reversal.Potential(number(section, "reversal")));
        }
        neuron = neuron.with(accumulation(section.section("accumulation")))
                .with(initiation(section.section("initiation")))
                .with(triggered(section.section("triggered")))
                .with(refractoriness(section.section("refractoriness")));
        return FiringKeys.apply(neuron, section);
    }

    private static InputAccumulation accumulation(Section section) {
        return switch (section.choice("kind", Accumulation.NONE)) {
            case NONE -> {
                section.allow("kind");
                yield new InputAccumulation.None();
            }
            case EXPONENTIAL -> new InputAccumulation.Exponential(number(section.allow("kind", "rate"), "rate"));
            case ALPHA -> new InputAccumulation.Alpha(number(section.allow("kind", "rate"), "rate"));
        };
    }

    private static SpikeInitiation initiation(Section section) {
        return switch (section.choice("kind", Initiation.INSTANT)) {
            case INSTANT -> {
                section.allow("kind");
                yield new SpikeInitiation.Instant();
            }
            case EXPONENTIAL -> {
                section.allow("kind", "sharpness", "rheobase");
                yield new SpikeInitiation.Exponential(number(section, "sharpness"), number(section, "rheobase"));
            }
            case QUADRATIC -> new SpikeInitiation.Quadratic(number(section.allow("kind", "critical"), "critical"));
        };
    }

    private static TriggeredCurrent triggered(Section section) {
        return switch (section.choice("kind", Triggered.NONE)) {
            case NONE -> {
                section.allow("kind");
                yield new TriggeredCurrent.None();
            }
            case ADAPTATION -> {
                section.allow("kind", "rate", "drop");
                yield new TriggeredCurrent.Adaptation(number(section, "rate"), number(section, "drop"));
            }
            case SUBTHRESHOLD -> {
                section.allow("kind", "rate", "drop", "coupling", "level");
                yield new TriggeredCurrent.Subthreshold(
                        number(section, "rate"),
                        number(section, "drop"),
                        number(section, "coupling"),
                        number(section, "level"));
            }
        };
    }

    private static Refractoriness refractoriness(Section section) {
        return switch (section.choice("kind", Refractory.NONE)) {
            case NONE -> {
                section.allow("kind");
                yield new Refractoriness.None();
            }
            case ABSOLUTE -> {
                section.allow("kind", "steps");
                yield new Refractoriness.Absolute(section.get("steps").integer(1, 10_000));
            }
            case RELATIVE -> {
                section.allow("kind", "rate", "drop", "level", "adaptationRate", "adaptationDrop", "adaptationLevel");
                yield new Refractoriness.Relative(
                        number(section, "rate"),
                        number(section, "drop"),
                        number(section, "level"),
                        number(section, "adaptationRate"),
                        number(section, "adaptationDrop"),
                        number(section, "adaptationLevel"));
            }
        };
    }

    private static double number(Section section, String key) {
        return section.get(key).number(-1e6, 1e6);
    }
}
