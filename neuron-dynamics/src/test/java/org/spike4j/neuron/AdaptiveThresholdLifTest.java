package org.spike4j.neuron;

import static org.spike4j.neuron.NeuronModelContract.fires;

import java.util.List;
import java.util.stream.Stream;

class AdaptiveThresholdLifTest extends EquationModelContract<AdaptiveThresholdLif> {

    @Override
    Stream<AdaptiveThresholdLif> models() {
        AdaptiveThresholdLif neuron = new AdaptiveThresholdLif(
                5e-3, 3e-3, 8e-3, 1e-3, 0.1, 0.4, Firing.standard().withReset(Reset.toValue(-0.2)), List.of());
        return Stream.of(
                neuron,
                neuron.withFiring(neuron.firing().withThreshold(0.7).withCondition(FireCondition.ABOVE_THRESHOLD)),
                neuron.withReset(Reset.subtract()),
                neuron.withReset(Reset.none()),
                neuron.withReset(Reset.toValue(-0.2).withoutGradient()));
    }

    @Override
    double[] documentedStart(AdaptiveThresholdLif model) {
        return new double[] {model.rest(), 0, model.firing().threshold()};
    }

    @Override
    Step documentedStep(AdaptiveThresholdLif model, double[] states, double x) {
        double theta = model.firing().threshold();
        double h = states[0] + model.dt() / model.tau() * (model.rest() - states[0] + states[1]);
        double c = states[2] + model.dt() / model.tauAdaptation() * (theta - states[2]);
        double i = states[1] - model.dt() / model.tauSynapse() * states[1] + x;
        int s = fires(model.firing().withThreshold(c), h) ? 1 : 0;
        double v = switch (model.firing().reset().mode()) {
            case NONE -> h;
            case SUBTRACT -> h - s * theta;
            case TO_VALUE -> s == 1 ? model.firing().reset().value() : h;
        };
        return new Step(new double[] {v, i, c + s * model.jump()}, s);
    }
}
