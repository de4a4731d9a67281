package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResonateAndFireTest extends EquationModelContract<ResonateAndFire> {

    @Override
    Stream<ResonateAndFire> models() {
        ResonateAndFire neuron =
                new ResonateAndFire(-0.8, 7, 0.15, Firing.standard(), List.of(Learned.perChannel("omega")));
        return Stream.concat(SameStep.resets(Reset.toValue(0)), SameStep.resets(Reset.none()))
                .map(firing -> neuron.withFiring(firing.withThreshold(0.4)));
    }

    @Override
    double[] inputRange(ResonateAndFire model) {
        return new double[] {-2, 4};
    }

    @Override
    double[] documentedStart(ResonateAndFire model) {
        return new double[2];
    }

    @Override
    Step documentedStep(ResonateAndFire model, double[] states, double x) {
        double grown = Math.exp(model.damping() * model.dt());
        double a = grown * Math.cos(model.omega() * model.dt());
        double b = grown * Math.sin(model.omega() * model.dt());
        double p = a * states[0] - b * states[1] + model.dt() * x;
        double h = b * states[0] + a * states[1];
        boolean fired = NeuronModelContract.fires(model.firing(), h);
        boolean cleared = fired && model.firing().reset().mode() == ResetMode.TO_VALUE;
        return new Step(cleared ? new double[2] : new double[] {p, h}, fired ? 1 : 0);
    }

    @Test
    void resetIsToZeroOrNone() {
        assertThatThrownBy(() -> ResonateAndFire.of(-1, 6, 0.1).withReset(Reset.subtract()))
                .hasMessageContaining("reset must be toValue(0) or none");
    }
}
