package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AdaptiveExponentialCurrentLifTest extends EquationModelContract<AdaptiveExponentialCurrentLif> {

    @Override
    Stream<AdaptiveExponentialCurrentLif> models() {
        AdaptiveExponentialCurrentLif neuron = new AdaptiveExponentialCurrentLif(
                5e-3,
                3e-3,
                8e-3,
                1e-3,
                0.1,
                0.4,
                0.7,
                0.3,
                Firing.standard().withReset(Reset.toValue(-0.2)),
                List.of());
        return Stream.of(
                neuron,
                neuron.withReset(Reset.subtract()),
                neuron.withFiring(neuron.firing().withCondition(FireCondition.ABOVE_THRESHOLD)),
                neuron.withReset(Reset.toValue(-0.2).withoutGradient()));
    }

    @Override
    double[] documentedStart(AdaptiveExponentialCurrentLif model) {
        return new double[] {model.rest(), 0, 0};
    }

    @Override
    Step documentedStep(AdaptiveExponentialCurrentLif model, double[] states, double x) {
        double v = states[0];
        double a = states[2];
        double theta = model.firing().threshold();
        double upstroke = model.sharpness() * Math.exp((v - theta) / model.sharpness());
        double j = states[1] + x;
        double h = v + model.dt() / model.tau() * (model.rest() - v + upstroke + j - a);
        double i = j - model.dt() / model.tauSynapse() * j;
        double c = a + model.dt() / model.tauAdaptation() * (model.coupling() * (v - model.rest()) - a);
        int s = fires(model.firing(), h) ? 1 : 0;
        return new Step(new double[] {resetAfter(model.firing(), h), i, c + s * model.jump()}, s);
    }

    @Test
    void needsAReset() {
        assertThatThrownBy(
                        () -> AdaptiveExponentialCurrentLif.withTaus(5e-3, 3e-3).withReset(Reset.none()))
                .hasMessageContaining("TO_VALUE or SUBTRACT");
    }
}
