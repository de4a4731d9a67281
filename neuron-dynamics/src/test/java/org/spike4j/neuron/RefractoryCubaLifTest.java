package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefractoryCubaLifTest extends EquationModelContract<RefractoryCubaLif> {

    @Override
    Stream<RefractoryCubaLif> models() {
        return SameStep.firings()
                .flatMap(firing -> Stream.of(0, 1, 3)
                        .map(steps -> new RefractoryCubaLif(
                                5, 3, 0.8, steps, firing.withThreshold(0.6), List.of(Learned.shared("tauSynapse")))));
    }

    @Override
    double[] documentedStart(RefractoryCubaLif model) {
        return new double[3];
    }

    @Override
    Step documentedStep(RefractoryCubaLif model, double[] states, double x) {
        double i = Math.exp(-model.dt() / model.tauSynapse()) * states[1] + x;
        if (states[2] > 0) {
            return new Step(new double[] {states[0], i, states[2] - 1}, 0);
        }
        double b = Math.exp(-model.dt() / model.tau());
        double h = b * states[0] + (1 - b) * i;
        boolean fired = NeuronModelContract.fires(model.firing(), h);
        return new Step(
                new double[] {NeuronModelContract.resetAfter(model.firing(), h), i, fired ? model.refractorySteps() : 0
                },
                fired ? 1 : 0);
    }

    @Test
    void refractoryStepsAreNotNegative() {
        assertThatThrownBy(() -> RefractoryCubaLif.withTausInSteps(5, 3, -1))
                .hasMessage("refractorySteps must be >= 0, was -1");
    }
}
