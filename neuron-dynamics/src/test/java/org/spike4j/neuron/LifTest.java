package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class LifTest extends NeuronModelContract<Lif> {

    @Override
    Stream<Lif> models() {
        Lif lif = Lif.withTauInSteps(3).withLearned(Learned.shared("tau"), Learned.perChannel("threshold"));
        return firings()
                .map(lif::withFiring)
                .flatMap(model -> Stream.of(
                        model,
                        model.withIntegration(Integration.EXACT).withRest(0.15),
                        model.withDecayInput(false).withRest(-0.1).withDt(0.5)));
    }

    @Override
    double documentedStart(Lif model) {
        return model.rest();
    }

    @Override
    Step documentedStep(Lif lif, Step before, double x) {
        Firing firing = lif.firing();
        double d = lif.integration() == Integration.EULER ? 1 - lif.dt() / lif.tau() : Math.exp(-lif.dt() / lif.tau());
        double drive = lif.decayInput() ? (1 - d) * x : x;
        double h = d * resetBefore(firing, before.carried())
                + drive
                + (1 - d) * lif.rest()
                - taken(firing, before.carried());
        return new Step(h, fires(firing, h) ? 1 : 0, resetAfter(firing, h), 0);
    }

    @Test
    void traceEqualsTheOneByHand() {
        Runner.Forward forward = Runner.reference(Lif.withTauInSteps(2), SequenceShape.of(5, 1, 1, 1))
                .forward(new double[] {1.5, 1.5, 1.5, 3, -1}, null);
        assertThat(forward.membrane()).containsExactly(0.75, 1.125, 0.75, 1.875, -0.5);
        assertThat(forward.output()).containsExactly(0, 1, 0, 1, 0);
        assertThat(forward.carried()).containsExactly(0.75, 0, 0.75, 0, -0.5);
    }

    @ParameterizedTest
    @EnumSource(Integration.class)
    void constantInputApproachesItsValueByThePowersOfTheDecay(Integration integration) {
        Lif lif = Lif.withTau(5e-3).withIntegration(integration).withRest(0.1);
        double d = integration == Integration.EULER ? 0.8 : Math.exp(-0.2);
        int steps = 60;
        double[] input = new double[steps];
        Arrays.fill(input, 0.7);
        Runner.Forward forward =
                Runner.reference(lif, SequenceShape.of(steps, 1, 1, 1)).forward(input, null);
        for (int t = 0; t < steps; t++) {
            double expected = 0.8 + (0.1 - 0.8) * Math.pow(d, t + 1); // settles at input + rest
            assertThat(forward.membrane()[t]).isCloseTo(expected, within(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void timesMustBePositiveAndFinite(double bad) {
        assertThatThrownBy(() -> Lif.withTau(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tau must be > 0 s and finite, was " + bad);
        assertThatThrownBy(() -> Lif.withTau(1).withDt(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dt must be > 0 s and finite, was " + bad);
    }

    @Test
    void eulerNeedsATimeConstantOfAtLeastOneStep() {
        assertThatThrownBy(() -> Lif.withTauInSteps(0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tau must be >= dt = 1.0 s for Euler integration, was 0.5");
        assertThat(Lif.withTauInSteps(2)
                        .withIntegration(Integration.EXACT)
                        .withDt(4)
                        .tau())
                .isEqualTo(2);
    }
}
