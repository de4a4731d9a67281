package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class RefractoryCurrentLifTest extends EquationModelContract<RefractoryCurrentLif> {

    @Override
    Stream<RefractoryCurrentLif> models() {
        RefractoryCurrentLif neuron = new RefractoryCurrentLif(
                5e-3, 3e-3, 1e-3, 0.1, 2, Firing.standard().withReset(Reset.toValue(-0.2)), List.of());
        return Stream.of(
                neuron,
                neuron.withReset(Reset.subtract()),
                neuron.withReset(Reset.none()),
                neuron.withReset(Reset.toValue(-0.2).withoutGradient()));
    }

    @Override
    double[] documentedStart(RefractoryCurrentLif model) {
        return new double[] {model.rest(), 0, 0};
    }

    @Override
    Step documentedStep(RefractoryCurrentLif model, double[] states, double x) {
        double j = states[1] + x;
        double h = states[0] + model.dt() / model.tau() * (model.rest() - states[0] + j);
        double i = j - model.dt() / model.tauSynapse() * j;
        int k = states[2] > 0 ? 1 : 0;
        int s = k == 0 && fires(model.firing(), h) ? 1 : 0;
        double v = k == 1 ? states[0] : resetAfter(model.firing(), h);
        double rho = s == 1 ? model.refractorySteps() : Math.max(0, states[2] - k);
        return new Step(new double[] {v, i, rho}, s);
    }

    @Test
    void spikesOfAStrongInputLieApartByTheRefractoryStepsAndOne() {
        RefractoryCurrentLif neuron =
                RefractoryCurrentLif.withTaus(5e-3, 3e-3, 3).withThreshold(0.5);
        double[] input = new double[16];
        java.util.Arrays.fill(input, 10);
        double[] spikes = Runner.reference(neuron, SequenceShape.of(16, 1, 1, 1))
                .forward(input, null)
                .output();
        assertThat(spikes).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
    }
}
