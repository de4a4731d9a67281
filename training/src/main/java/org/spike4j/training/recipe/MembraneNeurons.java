package org.spike4j.training.recipe;

import java.util.function.Supplier;
import org.spike4j.neuron.AdEx;
import org.spike4j.neuron.ConductanceLif;
import org.spike4j.neuron.HodgkinHuxley;
import org.spike4j.neuron.Izhikevich;
import org.spike4j.neuron.MembraneLif;
import org.spike4j.neuron.NeuronModel;

/** Reads the neurons in physical units: a published cell, whose constants a section may change one by one. */
final class MembraneNeurons {
    private MembraneNeurons() {}

    private enum AdExCell {
        BRETTE_GERSTNER(AdEx::bretteGerstner),
        EXPONENTIAL(AdEx::exponential),
        TONIC(AdEx::tonic),
        ADAPTING(AdEx::adapting),
        INITIAL_BURST(AdEx::initialBurst),
        REGULAR_BURSTING(AdEx::regularBursting),
        DELAYED_ACCELERATING(AdEx::delayedAccelerating),
        IRREGULAR(AdEx::irregular);

        private final Supplier<AdEx> neuron;

        AdExCell(Supplier<AdEx> neuron) {
            this.neuron = neuron;
        }
    }

    private enum IzhikevichCell {
        REGULAR_SPIKING(Izhikevich::regularSpiking),
        INTRINSICALLY_BURSTING(Izhikevich::intrinsicallyBursting),
        CHATTERING(Izhikevich::chattering),
        FAST_SPIKING(Izhikevich::fastSpiking),
        LOW_THRESHOLD_SPIKING(Izhikevich::lowThresholdSpiking),
        THALAMO_CORTICAL(Izhikevich::thalamoCortical),
        RESONATOR(Izhikevich::resonator);

        private final Supplier<Izhikevich> neuron;

        IzhikevichCell(Supplier<Izhikevich> neuron) {
            this.neuron = neuron;
        }
    }

    static NeuronModel adEx(Section section) {
        AdEx cell = section.choice("cell", AdExCell.BRETTE_GERSTNER).neuron.get();
        AdEx neuron = new AdEx(
                section.real("capacitance", cell.capacitance()),
                section.real("leak", cell.leak()),
                section.real("rest", cell.rest()),
                section.real("corner", cell.corner()),
                section.real("sharpness", cell.sharpness()),
                section.real("tauAdaptation", cell.tauAdaptation()),
                section.real("coupling", cell.coupling()),
                section.real("jump", cell.jump()),
                section.real("dt", cell.dt()),
                subSteps(section, cell.subSteps()),
                section.choice("scheme", cell.scheme()),
                cell.firing(),
                cell.learned());
        return FiringKeys.applyInMillivolts(neuron, section);
    }

    static NeuronModel izhikevich(Section section) {
        Izhikevich cell =
                section.choice("cell", IzhikevichCell.REGULAR_SPIKING).neuron.get();
        Izhikevich neuron = new Izhikevich(
                section.real("a", cell.a()),
                section.real("b", cell.b()),
                section.real("d", cell.d()),
                cell.curvature(),
                cell.slope(),
                cell.offset(),
                section.real("start", cell.start()),
                section.real("dt", cell.dt()),
                subSteps(section, cell.subSteps()),
                cell.firing(),
                cell.learned());
        return FiringKeys.applyInMillivolts(neuron, section);
    }

    static NeuronModel hodgkinHuxley(Section section) {
        HodgkinHuxley cell = HodgkinHuxley.squidAxon();
        HodgkinHuxley neuron = new HodgkinHuxley(
                section.real("capacitance", cell.capacitance()),
                section.real("sodium", cell.sodium()),
                section.real("potassium", cell.potassium()),
                section.real("leak", cell.leak()),
                section.real("dt", cell.dt()),
                subSteps(section, cell.subSteps()),
                section.choice("scheme", cell.scheme()),
                cell.firing(),
                cell.learned());
        return FiringKeys.applyInMillivolts(neuron, section);
    }

    static NeuronModel conductanceLif(Section section) {
        ConductanceLif cell = ConductanceLif.cortical();
        ConductanceLif neuron = new ConductanceLif(
                section.real("capacitance", cell.capacitance()),
                section.real("leak", cell.leak()),
                section.real("rest", cell.rest()),
                section.real("tauExcitation", cell.tauExcitation()),
                section.real("tauInhibition", cell.tauInhibition()),
                section.real("reversalExcitation", cell.reversalExcitation()),
                section.real("reversalInhibition", cell.reversalInhibition()),
                section.real("dt", cell.dt()),
                subSteps(section, cell.subSteps()),
                section.choice("scheme", cell.scheme()),
                cell.firing(),
                cell.learned());
        return FiringKeys.applyInMillivolts(neuron, section);
    }

    static NeuronModel membraneLif(Section section) {
        MembraneLif cell = MembraneLif.cortical();
        MembraneLif neuron = new MembraneLif(
                section.real("capacitance", cell.capacitance()),
                section.real("leak", cell.leak()),
                section.real("rest", cell.rest()),
                section.real("refractoryTime", cell.refractoryTime()),
                section.real("dt", cell.dt()),
                subSteps(section, cell.subSteps()),
                section.choice("scheme", cell.scheme()),
                cell.firing(),
                cell.learned());
        return FiringKeys.applyInMillivolts(neuron, section);
    }

    private static int subSteps(Section section, int otherwise) {
        return section.integer("subSteps", 1, 1000, otherwise);
    }
}
