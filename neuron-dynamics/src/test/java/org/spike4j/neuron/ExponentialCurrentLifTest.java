package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExponentialCurrentLifTest extends EquationModelContract<ExponentialCurrentLif> {

    @Override
    Stream<ExponentialCurrentLif> models() {
        ExponentialCurrentLif neuron = new ExponentialCurrentLif(
                5e-3, 3e-3, 1e-3, 0.1, 0.4, Firing.standard().withReset(Reset.toValue(-0.2)), List.of());
        return Stream.of(
                neuron,
                neuron.withReset(Reset.subtract()),
                neuron.withFiring(neuron.firing().withCondition(FireCondition.ABOVE_THRESHOLD)),
                neuron.withReset(Reset.toValue(-0.2).withoutGradient()));
    }

    @Override
    double[] documentedStart(ExponentialCurrentLif model) {
        return new double[] {model.rest(), 0};
    }

    @Override
    Step documentedStep(ExponentialCurrentLif model, double[] states, double x) {
        double v = states[0];
        double theta = model.firing().threshold();
        double upstroke = model.sharpness() * Math.exp((v - theta) / model.sharpness());
        double j = states[1] + x;
        double h = v + model.dt() / model.tau() * (model.rest() - v + upstroke + j);
        double i = j - model.dt() / model.tauSynapse() * j;
        return new Step(new double[] {resetAfter(model.firing(), h), i}, fires(model.firing(), h) ? 1 : 0);
    }

    @Test
    void needsAReset() {
        assertThatThrownBy(() -> ExponentialCurrentLif.withTaus(5e-3, 3e-3).withReset(Reset.none()))
                .hasMessageContaining("TO_VALUE or SUBTRACT");
    }
}
