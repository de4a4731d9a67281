package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class LeakyIntegratorTest extends NeuronModelContract<LeakyIntegrator> {

    @Override
    Stream<LeakyIntegrator> models() {
        return Stream.of(Integration.values())
                .flatMap(integration -> Stream.of(true, false)
                        .flatMap(decayInput -> Stream.of(0.0, 2.5)
                                .map(tauSynapse -> new LeakyIntegrator(
                                        4,
                                        1,
                                        integration,
                                        decayInput,
                                        0.2,
                                        tauSynapse,
                                        List.of(Learned.shared("tau"))))));
    }

    @Override
    double documentedStart(LeakyIntegrator model) {
        return model.rest();
    }

    @Override
    Step documentedStep(LeakyIntegrator model, Step before, double x) {
        boolean euler = model.integration() == Integration.EULER;
        double d = euler ? 1 - model.dt() / model.tau() : Math.exp(-model.dt() / model.tau());
        double j = before.current() + x;
        double v = d * before.carried() + (model.decayInput() ? (1 - d) * j : j) + (1 - d) * model.rest();
        if (model.tauSynapse() == 0) {
            return new Step(v, v, v, 0);
        }
        double e = euler ? 1 - model.dt() / model.tauSynapse() : Math.exp(-model.dt() / model.tauSynapse());
        return new Step(v, v, v, e * j);
    }

    @Test
    void perfectIntegratorSumsItsInput() {
        Runner.Forward forward = Runner.reference(LeakyIntegrator.perfect(), SequenceShape.of(4, 1, 1, 1))
                .forward(new double[] {0.5, 1, -2, 4}, null);
        assertThat(forward.output()).containsExactly(0.5, 1.5, -0.5, 3.5);
    }

    @Test
    void impulseResponseOfTheSynapseIsADifferenceOfExponentials() {
        LeakyIntegrator model = new LeakyIntegrator(5, 1, Integration.EXACT, false, 0, 2, List.of());
        int steps = 30;
        double[] impulse = new double[steps];
        impulse[0] = 1;
        Runner.Forward forward =
                Runner.reference(model, SequenceShape.of(steps, 1, 1, 1)).forward(impulse, null);
        double d = Math.exp(-1 / 5.0);
        double e = Math.exp(-1 / 2.0);
        for (int t = 0; t < steps; t++) {
            double expected = (Math.pow(d, t + 1) - Math.pow(e, t + 1)) / (d - e);
            assertThat(forward.output()[t]).isCloseTo(expected, within(1e-14));
        }
    }

    @Test
    void withoutASynapseItsTimeConstantCannotBeLearned() {
        assertThatThrownBy(() -> LeakyIntegrator.withTauInSteps(3).withLearned(Learned.shared("tauSynapse")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be one of [tau, rest]");
    }

    @Test
    void timesMustFitTheScheme() {
        assertThatThrownBy(() -> new LeakyIntegrator(0.5, 1, Integration.EULER, true, 0, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tau must be >= 1.0 s, was 0.5");
        assertThatThrownBy(() -> new LeakyIntegrator(5, 1, Integration.EULER, true, 0, 0.5, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tauSynapse must be 0 or >= 1.0 s, was 0.5");
        assertThatThrownBy(() -> LeakyIntegrator.withTauInSteps(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
