package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CurrentLifTest extends EquationModelContract<CurrentLif> {

    @Override
    Stream<CurrentLif> models() {
        CurrentLif neuron =
                new CurrentLif(5e-3, 3e-3, 1e-3, 0.1, Firing.standard().withThreshold(0.6), java.util.List.of());
        return Stream.of(
                neuron,
                neuron.withReset(Reset.subtract()),
                neuron.withReset(Reset.none()),
                neuron.withReset(Reset.toValue(-0.2)),
                neuron.withReset(Reset.toValue(-0.2).withoutGradient()));
    }

    @Override
    double[] documentedStart(CurrentLif model) {
        return new double[] {model.rest(), 0};
    }

    @Override
    Step documentedStep(CurrentLif model, double[] states, double x) {
        double j = states[1] + x;
        double h = states[0] + model.dt() / model.tau() * (model.rest() - states[0] + j);
        boolean fired = NeuronModelContract.fires(model.firing(), h);
        double i = j - model.dt() / model.tauSynapse() * j;
        return new Step(new double[] {NeuronModelContract.resetAfter(model.firing(), h), i}, fired ? 1 : 0);
    }

    @Test
    void eulerNeedsTimeConstantsOfAtLeastAStep() {
        assertThatThrownBy(() -> CurrentLif.withTaus(20e-3, 0.5e-3))
                .hasMessageContaining("tauSynapse must be finite and >= dt");
    }
}
