package org.spike4j.examples.conform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spike4j.neuron.LifPlus;
import org.spike4j.neuron.lifplus.InputAccumulation;
import org.spike4j.neuron.lifplus.MembraneDecay;
import org.spike4j.neuron.lifplus.Refractoriness;
import org.spike4j.neuron.lifplus.Reversal;
import org.spike4j.neuron.lifplus.SpikeInitiation;
import org.spike4j.neuron.lifplus.TriggeredCurrent;

/** BIDL's LIF+, by the names that its manual gives the options. One v0 is both rest and reset value. */
final class LifPlusCases {
    private static final Set<String> PARAMETERS = Set.of(
            "options", "kappa", "theta", "v0", "v_leak", "eps_g", "v_g", "delta_T", "v_theta", "v_c", "eps_w", "b", "a",
            "v_w", "cnt_max", "eps_r", "v_rr", "v_ar", "q_r");

    private final Fields params;
    private final List<Binding> bindings = new ArrayList<>();
    private final List<String> states = new ArrayList<>(List.of("v"));
    /** The constant of the case that is compared with the membrane. */
    private String threshold = "theta";

    private LifPlus neuron;

    private LifPlusCases(Fields params) throws CaseFormatException {
        this.params = params;
        double rest = params.number("v0");
        neuron = LifPlus.withKappa(params.number("kappa")).withRest(rest);
        bindings.add(Binding.of("kappa", "kappa"));
        bindings.add(Binding.of("v0", "rest"));
        bindings.add(Binding.of("v0", "resetValue"));
        for (String option : params.texts("options")) {
            neuron = with(option);
        }
        bindings.add(Binding.of(threshold, "threshold"));
    }

    static Family family() {
        return new Family(PARAMETERS, LifPlusCases::adapt);
    }

    private static Optional<NeuronCase> adapt(CaseFile file) throws CaseFormatException {
        LifPlusCases cases = new LifPlusCases(file.params());
        return Firings.of(
                        file,
                        file.params().number(cases.threshold),
                        file.params().number("v0"))
                .map(firing -> NeuronCase.spiking(
                                cases.neuron.withFiring(firing), "v", cases.bindings.toArray(Binding[]::new))
                        .withStates(cases.states.toArray(String[]::new)));
    }

    /** The neuron with an option; the states come in the order of the options, which is that of the model. */
    private LifPlus with(String option) throws CaseFormatException {
        return switch (option) {
            case "CUB", "EXD" -> neuron;
            case "LID" -> neuron.with(new MembraneDecay.Linear(value("v_leak", "leak")));
            case "COBE" -> {
                states.add("g");
                yield neuron.with(new InputAccumulation.Exponential(value("eps_g", "synapseRate")));
            }
            case "COBA" -> {
                states.addAll(List.of("g", "y_state"));
                yield neuron.with(new InputAccumulation.Alpha(value("eps_g", "synapseRate")));
            }
            case "REV" -> neuron.with(new Reversal.Potential(value("v_g", "reversal")));
            case "EXI" -> {
                threshold = "v_theta";
                yield neuron.with(
                        new SpikeInitiation.Exponential(value("delta_T", "sharpness"), value("theta", "rheobase")));
            }
            case "QDI" -> {
                threshold = "v_theta";
                bindings.add(Binding.unused("theta"));
                yield neuron.with(new SpikeInitiation.Quadratic(value("v_c", "critical")));
            }
            case "ADT" -> {
                states.add("w");
                yield neuron.with(
                        new TriggeredCurrent.Adaptation(value("eps_w", "currentRate"), value("b", "currentDrop")));
            }
            case "SBT" -> {
                states.add("w");
                yield neuron.with(new TriggeredCurrent.Subthreshold(
                        value("eps_w", "currentRate"),
                        value("b", "currentDrop"),
                        value("a", "currentCoupling"),
                        value("v_w", "currentLevel")));
            }
            case "AR" -> {
                states.add("cnt");
                yield neuron.with(new Refractoriness.Absolute(params.count("cnt_max")));
            }
            case "RR" -> {
                states.addAll(List.of("r", "w"));
                yield neuron.with(new Refractoriness.Relative(
                        value("eps_r", "refractoryRate"),
                        value("q_r", "refractoryDrop"),
                        value("v_rr", "refractoryLevel"),
                        value("eps_w", "adaptationRate"),
                        value("b", "adaptationDrop"),
                        value("v_ar", "adaptationLevel")));
            }
            default -> throw params.wrong("options", "names of options of BIDL's manual");
        };
    }

    private double value(String parameter, String constant) throws CaseFormatException {
        bindings.add(Binding.of(parameter, constant));
        return params.number(parameter);
    }
}
