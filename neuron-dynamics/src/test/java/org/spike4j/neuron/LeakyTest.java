package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class LeakyTest extends NeuronModelContract<Leaky> {

    @Override
    Stream<Leaky> models() {
        Leaky leaky = Leaky.withBeta(0.8).withLearned(Learned.shared("beta"), Learned.perChannel("amplitude"));
        return firings().map(leaky::withFiring).flatMap(model -> Stream.of(model, model.withAmplitude(1.7)));
    }

    @Override
    double documentedStart(Leaky model) {
        return 0;
    }

    @Override
    Step documentedStep(Leaky model, Step before, double x) {
        Firing firing = model.firing();
        double h = model.beta() * resetBefore(firing, before.carried()) + x - taken(firing, before.carried());
        return new Step(h, fires(firing, h) ? model.amplitude() : 0, resetAfter(firing, h), 0);
    }

    @Test
    void theThresholdIsTakenOffInTheNextStepUndecayed() {
        Runner.Forward forward = Runner.reference(Leaky.withBeta(0.5), SequenceShape.of(4, 1, 1, 1))
                .forward(new double[] {2, 0.5, 1, 0.25}, null);
        assertThat(forward.membrane()).containsExactly(2, 0.5, 1.25, -0.125); // 0.5 * 2 + 0.5 - 1, ...
        assertThat(forward.output()).containsExactly(1, 0, 1, 0);
        assertThat(forward.carried()).isEqualTo(forward.membrane());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void betaMustBeAShare(double bad) {
        assertThatThrownBy(() -> Leaky.withBeta(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("beta must be 0 to 1, was " + bad);
    }
}
