package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KlifTest extends EquationModelContract<Klif> {

    @Override
    Stream<Klif> models() {
        Klif neuron = Klif.withTauInSteps(3);
        return SameStep.firings()
                .flatMap(firing -> Stream.of(
                        new Klif(3, 0.9, true, 0.1, 1.3, false, firing, List.of()),
                        neuron.withFiring(firing).withDecayInput(false),
                        new Klif(3, 0.9, true, 0.1, 1.3, true, firing, List.of()),
                        neuron.withFiring(firing).withDecayInput(false).withScaleReset(true)));
    }

    @Override
    double[] inputRange(Klif model) {
        return new double[] {-0.5, 2.5};
    }

    @Override
    double[] documentedStart(Klif model) {
        return new double[] {model.firing().reset().value()};
    }

    @Override
    Step documentedStep(Klif model, double[] states, double x) {
        double v = states[0];
        double k = model.dt() / model.tau();
        double c = v - k * (v - model.rest()) + (model.decayInput() ? k * x : x);
        double h = Math.max(0, model.gain() * c);
        boolean fired = NeuronModelContract.fires(model.firing(), h);
        double next = NeuronModelContract.resetAfter(model.firing(), h);
        boolean scaled = model.scaleReset() && !(fired && model.firing().reset().mode() == ResetMode.TO_VALUE);
        return new Step(new double[] {scaled ? next / model.gain() : next}, fired ? 1 : 0);
    }

    @Test
    void gainIsPositive() {
        assertThatThrownBy(() -> new Klif(3, 1, true, 0, -1, false, Firing.standard(), List.of()))
                .hasMessage("gain must be > 0 and finite, was -1.0");
    }
}
