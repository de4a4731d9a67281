package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BalancedResonateAndFireTest extends EquationModelContract<BalancedResonateAndFire> {

    @Override
    Stream<BalancedResonateAndFire> models() {
        BalancedResonateAndFire neuron =
                BalancedResonateAndFire.of(0.8, 4, 0.15).withThreshold(0.3);
        return Stream.of(
                neuron,
                neuron.withFiring(neuron.firing().withCondition(FireCondition.ABOVE_THRESHOLD)),
                neuron.withLearned(Learned.shared("refractoryDecay"), Learned.perChannel("omega")));
    }

    @Override
    double[] inputRange(BalancedResonateAndFire model) {
        return new double[] {-4, 8};
    }

    @Override
    double[] documentedStart(BalancedResonateAndFire model) {
        return new double[3];
    }

    @Override
    Step documentedStep(BalancedResonateAndFire model, double[] states, double x) {
        double turn = model.dt() * model.omega();
        double r = states[2];
        double b = (Math.sqrt(1 - turn * turn) - 1) / model.dt() - model.offset() - r;
        double re = states[0] + model.dt() * (b * states[0] - model.omega() * states[1] + x);
        double im = states[1] + model.dt() * (model.omega() * states[0] + b * states[1]);
        double s = NeuronModelContract.fires(model.firing(), re - r) ? 1 : 0;
        return new Step(new double[] {re, im, model.refractoryDecay() * r + s}, s);
    }

    @Test
    void omegaFitsTheStep() {
        assertThatThrownBy(() -> BalancedResonateAndFire.of(1, 7, 0.15)).hasMessageContaining("take smaller steps");
    }
}
