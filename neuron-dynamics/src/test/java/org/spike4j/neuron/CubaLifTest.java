package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CubaLifTest extends EquationModelContract<CubaLif> {

    @Override
    Stream<CubaLif> models() {
        return SameStep.firings()
                .map(firing -> new CubaLif(0.8, 0.3, firing, List.of(Learned.perChannel("currentDecay"))));
    }

    @Override
    double[] documentedStart(CubaLif model) {
        return new double[] {model.firing().reset().value(), 0};
    }

    @Override
    Step documentedStep(CubaLif model, double[] states, double x) {
        double c = model.currentDecay() * states[1] + x;
        double h = model.membraneDecay() * states[0] + c;
        return new Step(
                new double[] {NeuronModelContract.resetAfter(model.firing(), h), c},
                NeuronModelContract.fires(model.firing(), h) ? 1 : 0);
    }

    @Test
    void decaysLieBetween0And1() {
        assertThatThrownBy(() -> CubaLif.withDecays(0.9, 1)).hasMessage("currentDecay must lie in (0, 1), was 1.0");
    }
}
