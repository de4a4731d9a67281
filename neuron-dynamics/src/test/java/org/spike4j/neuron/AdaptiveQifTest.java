package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdaptiveQifTest extends EquationModelContract<AdaptiveQif> {

    @Override
    Stream<AdaptiveQif> models() {
        AdaptiveQif neuron = new AdaptiveQif(
                5, 4, 0.8, 1.1, -0.1, 0.7, 0.3, 0.2, 0.05, Firing.standard(), List.of(Learned.perChannel("jump")));
        return SameStep.resets(Reset.subtract(), Reset.toValue(0), Reset.toValue(-0.2))
                .map(neuron::withFiring);
    }

    @Override
    double[] documentedStart(AdaptiveQif model) {
        return new double[] {model.firing().reset().value(), model.adaptationRest()};
    }

    @Override
    Step documentedStep(AdaptiveQif model, double[] states, double x) {
        double v = states[0];
        double w = states[1];
        double h = v
                + model.dt() / model.tau() * (x + model.curvature() * (v - model.rest()) * (v - model.critical()) - w);
        double u = w + model.dt() / model.tauAdaptation() * (model.coupling() * (h - model.rest()) - w);
        double s = NeuronModelContract.fires(model.firing(), h) ? 1 : 0;
        return new Step(new double[] {NeuronModelContract.resetAfter(model.firing(), h), u + model.jump() * s}, s);
    }

    @Test
    void resetActsInTheStepOfTheSpike() {
        assertThatThrownBy(() -> AdaptiveQif.withTausInSteps(5, 4, 0.1, 0.1)
                        .withReset(Reset.subtract().inNextStep()))
                .hasMessageContaining("timing must be SAME_STEP");
    }
}
