package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EifTest extends EquationModelContract<Eif> {

    @Override
    Stream<Eif> models() {
        return SameStep.resets(Reset.subtract(), Reset.toValue(0), Reset.toValue(-0.2))
                .map(firing -> new Eif(5, 0.8, 0.4, 0.7, 0.1, firing, List.of(Learned.shared("sharpness"))));
    }

    @Override
    double[] documentedStart(Eif model) {
        return new double[] {model.firing().reset().value()};
    }

    @Override
    Step documentedStep(Eif model, double[] states, double x) {
        double v = states[0];
        double rise = model.sharpness() * Math.exp((v - model.rheobase()) / model.sharpness());
        double h = v + model.dt() / model.tau() * (x + model.rest() - v + rise);
        return new Step(
                new double[] {NeuronModelContract.resetAfter(model.firing(), h)},
                NeuronModelContract.fires(model.firing(), h) ? 1 : 0);
    }

    @Test
    void sharpnessIsPositive() {
        assertThatThrownBy(() -> new Eif(5, 1, 0, 0.8, 0, Firing.standard(), List.of()))
                .hasMessage("sharpness must be > 0 and finite, was 0.0");
    }
}
