package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.equation.Scheme;

class EifTest extends EquationModelContract<Eif> {

    @Override
    Stream<Eif> models() {
        return Stream.of(Scheme.EULER, Scheme.EXPONENTIAL_EULER)
                .flatMap(scheme -> SameStep.resets(Reset.subtract(), Reset.toValue(0), Reset.toValue(-0.2))
                        .map(firing -> new Eif(
                                5, 0.8, 1, scheme, 0.4, 0.7, 0.1, firing, List.of(Learned.shared("sharpness")))));
    }

    @Override
    double[] documentedStart(Eif model) {
        return new double[] {model.firing().reset().value()};
    }

    @Override
    Step documentedStep(Eif model, double[] states, double x) {
        double v = states[0];
        double rise = model.sharpness() * Math.exp((v - model.rheobase()) / model.sharpness());
        boolean euler = model.scheme() == Scheme.EULER;
        double k = euler ? model.dt() / model.tau() : 1 - Math.exp(-model.dt() / model.tau());
        double h = v + k * (x + model.rest() - v + rise);
        return new Step(
                new double[] {NeuronModelContract.resetAfter(model.firing(), h)},
                NeuronModelContract.fires(model.firing(), h) ? 1 : 0);
    }

    @Test
    void sharpnessIsPositive() {
        assertThatThrownBy(() -> new Eif(5, 1, 1, Scheme.EULER, 0, 0.8, 0, Firing.standard(), List.of()))
                .hasMessage("sharpness must be > 0 and finite, was 0.0");
    }
}
