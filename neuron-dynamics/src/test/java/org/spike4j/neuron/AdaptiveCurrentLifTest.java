package org.spike4j.neuron;

import static org.spike4j.neuron.NeuronModelContract.fires;

import java.util.List;
import java.util.stream.Stream;

class AdaptiveCurrentLifTest extends EquationModelContract<AdaptiveCurrentLif> {

    @Override
    Stream<AdaptiveCurrentLif> models() {
        AdaptiveCurrentLif neuron = new AdaptiveCurrentLif(
                5e-3, 3e-3, 8e-3, 1e-3, 0.1, 0.4, Firing.standard().withReset(Reset.toValue(-0.2)), List.of());
        Reset toMinus = new Reset(ResetMode.SUBTRACT, -0.2, ResetTiming.SAME_STEP, false);
        return Stream.of(
                neuron,
                neuron.withReset(toMinus),
                neuron.withReset(Reset.subtract()),
                neuron.withReset(Reset.none()),
                neuron.withReset(Reset.toValue(-0.2).withoutGradient()));
    }

    @Override
    double[] documentedStart(AdaptiveCurrentLif model) {
        return new double[] {model.rest(), 0, 0};
    }

    @Override
    Step documentedStep(AdaptiveCurrentLif model, double[] states, double x) {
        double h = states[0] + model.dt() / model.tau() * (model.rest() - states[0] + states[1] - states[2]);
        double c = states[2] - model.dt() / model.tauAdaptation() * states[2];
        double i = states[1] - model.dt() / model.tauSynapse() * states[1] + x;
        int s = fires(model.firing(), h) ? 1 : 0;
        double to = model.firing().reset().value();
        double v = switch (model.firing().reset().mode()) {
            case NONE -> h;
            case SUBTRACT -> h - s * (model.firing().threshold() - to);
            case TO_VALUE -> s == 1 ? to : h;
        };
        return new Step(new double[] {v, i, c + s * model.jump()}, s);
    }
}
