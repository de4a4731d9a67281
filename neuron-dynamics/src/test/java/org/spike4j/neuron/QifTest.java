package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.equation.Scheme;

class QifTest extends EquationModelContract<Qif> {

    @Override
    Stream<Qif> models() {
        return Stream.of(Scheme.EULER, Scheme.EXPONENTIAL_EULER)
                .flatMap(scheme -> SameStep.resets(Reset.subtract(), Reset.toValue(0), Reset.toValue(-0.2))
                        .map(firing -> new Qif(
                                5, 0.8, 1, scheme, 1.1, 0.1, 0.7, firing, List.of(Learned.shared("critical")))));
    }

    @Override
    double[] documentedStart(Qif model) {
        return new double[] {model.firing().reset().value()};
    }

    @Override
    Step documentedStep(Qif model, double[] states, double x) {
        double v = states[0];
        boolean euler = model.scheme() == Scheme.EULER;
        double a = model.curvature() * (model.critical() - model.rest());
        double k = euler ? model.dt() / model.tau() : (1 - Math.exp(-model.dt() * a / model.tau())) / a;
        double h = v + k * (x + model.curvature() * (v - model.rest()) * (v - model.critical()));
        return new Step(
                new double[] {NeuronModelContract.resetAfter(model.firing(), h)},
                NeuronModelContract.fires(model.firing(), h) ? 1 : 0);
    }

    @Test
    void criticalVoltageLiesAboveRest() {
        assertThatThrownBy(() -> new Qif(5, 1, 1, Scheme.EULER, 1, 0.9, 0.8, Firing.standard(), List.of()))
                .hasMessage("critical must be finite and above rest = 0.9, was 0.8");
    }
}
