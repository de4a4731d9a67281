package org.spike4j.examples.gallery;

import java.util.List;
import java.util.Map;
import org.spike4j.neuron.AdEx;
import org.spike4j.neuron.ConductanceLif;
import org.spike4j.neuron.HodgkinHuxley;
import org.spike4j.neuron.Izhikevich;
import org.spike4j.neuron.MembraneLif;

/** Models in physical units. */
final class BiophysicalGroup {
    private static final double MILLISECOND = 1e-3;
    private static final Map<String, String> CELL = Map.of(
            "capacitance", "pF",
            "leak", "nS",
            "rest", "mV",
            "threshold", "mV",
            "resetValue", "mV",
            "tauExcitation", "ms",
            "tauInhibition", "ms",
            "reversalExcitation", "mV",
            "reversalInhibition", "mV");

    private BiophysicalGroup() {}

    static GalleryGroup group() {
        return new GalleryGroup(
                "In physical units", List.of(membraneLif(), conductanceLif(), izhikevich(), adEx(), hodgkinHuxley()));
    }

    private static GalleryEntry membraneLif() {
        return GalleryEntry.of(
                        MembraneLif.cortical(),
                        "leaky integrate-and-fire of a membrane in mV, with an absolute refractory period",
                        "MembraneLif.cortical()",
                        Stimulus.inSeconds(MILLISECOND, 220, 800).during(250).of("pA", "mV"))
                .withUnits(CELL)
                .from(Paper.LAPICQUE, Paper.BRETTE);
    }

    private static GalleryEntry conductanceLif() {
        return GalleryEntry.of(
                        ConductanceLif.cortical(),
                        "leaky integrate-and-fire whose input opens excitatory or inhibitory conductances (COBA)",
                        "ConductanceLif.cortical()",
                        Stimulus.inSeconds(MILLISECOND, 1, 4).during(200).of("nS / step", "mV"))
                .withUnits(CELL)
                .reproduces("Norse's CobaLIF, by forward Euler")
                .from(Paper.BRETTE);
    }

    private static GalleryEntry izhikevich() {
        return GalleryEntry.of(
                        Izhikevich.regularSpiking(),
                        "Izhikevich's simple model",
                        "Izhikevich.regularSpiking()",
                        Stimulus.inSeconds(MILLISECOND, 10, 40).during(300).of("", "mV"))
                .withUnits(Map.of(
                        "a", "1 / ms",
                        "threshold", "mV",
                        "resetValue", "mV"))
                .reproduces("Norse's Izhikevich. Six more firing patterns of the paper have presets of their own")
                .from(Paper.IZHIKEVICH);
    }

    private static GalleryEntry adEx() {
        return GalleryEntry.of(
                        AdEx.adapting(),
                        "adaptive exponential integrate-and-fire",
                        "AdEx.adapting()",
                        Stimulus.inSeconds(0.1 * MILLISECOND, 500, 1000)
                                .during(5000)
                                .of("pA", "mV"))
                .withUnits(Map.of(
                        "capacitance", "pF",
                        "leak", "nS",
                        "rest", "mV",
                        "corner", "mV",
                        "sharpness", "mV",
                        "tauAdaptation", "ms",
                        "coupling", "nS",
                        "jump", "pA",
                        "threshold", "mV",
                        "resetValue", "mV"))
                .from(Paper.BRETTE_GERSTNER);
    }

    private static GalleryEntry hodgkinHuxley() {
        return GalleryEntry.of(
                        HodgkinHuxley.squidAxon(),
                        "the squid axon of Hodgkin and Huxley",
                        "HodgkinHuxley.squidAxon()",
                        Stimulus.inSeconds(0.1 * MILLISECOND, 10, 40)
                                .during(1000)
                                .of("uA / cm^2", "mV"))
                .withUnits(Map.of(
                        "capacitance", "uF / cm^2",
                        "sodium", "mS / cm^2",
                        "potassium", "mS / cm^2",
                        "leak", "mS / cm^2",
                        "threshold", "mV"))
                .from(Paper.HODGKIN_HUXLEY);
    }
}
