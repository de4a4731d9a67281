package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IntegerLifTest extends EquationModelContract<IntegerLif> {

    @Override
    Stream<IntegerLif> models() {
        IntegerLif neuron = IntegerLif.withTauInSteps(3, 4);
        return Stream.of(
                neuron.withThreshold(0.7),
                neuron.withReset(Reset.subtract().withoutGradient()),
                neuron.withReset(Reset.none()),
                IntegerLif.withTauInSteps(2, 1));
    }

    @Override
    double[] inputRange(IntegerLif model) {
        return new double[] {-0.5, 3};
    }

    @Override
    double[] documentedStart(IntegerLif model) {
        return new double[] {0};
    }

    @Override
    Step documentedStep(IntegerLif model, double[] states, double x) {
        double h = states[0] - model.dt() / model.tau() * states[0] + x;
        double s = Math.rint(Math.min(Math.max(h / model.firing().threshold(), 0), model.largest()));
        boolean subtracts = model.firing().reset().mode() == ResetMode.SUBTRACT;
        return new Step(new double[] {subtracts ? h - s * model.firing().threshold() : h}, s);
    }

    @Test
    void countsCannotResetToAValue() {
        assertThatThrownBy(() -> IntegerLif.withTauInSteps(3, 4).withReset(Reset.toValue(0)))
                .hasMessageContaining("reset mode must be SUBTRACT or NONE");
    }
}
