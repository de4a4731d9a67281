package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class ParametricLifTest extends NeuronModelContract<ParametricLif> {

    @Override
    Stream<ParametricLif> models() {
        ParametricLif start = ParametricLif.withInitialTauInSteps(1.7);
        return firings()
                .map(start::withFiring)
                .flatMap(model -> Stream.of(model, model.withDecayInput(false).withRest(-0.2)));
    }

    @Override
    double documentedStart(ParametricLif model) {
        return model.rest();
    }

    @Override
    Step documentedStep(ParametricLif model, Step before, double x) {
        Firing firing = model.firing();
        double k = 1 / (1 + Math.exp(-model.w()));
        double drive = model.decayInput() ? k * x : x;
        double h = (1 - k) * resetBefore(firing, before.carried())
                + drive
                + k * model.rest()
                - taken(firing, before.carried());
        return new Step(h, fires(firing, h) ? 1 : 0, resetAfter(firing, h), 0);
    }

    @Test
    void startsAsTheLifOfItsTimeConstant() {
        double[] input = RandomArrays.uniform(new SplittableRandom(3), 20, 0, 3);
        SequenceShape shape = SequenceShape.of(20, 1, 1, 1);
        Runner.Forward parametric =
                Runner.reference(ParametricLif.withInitialTauInSteps(4), shape).forward(input, null);
        Runner.Forward lif = Runner.reference(Lif.withTauInSteps(4), shape).forward(input, null);
        assertThat(parametric.membrane()).containsExactly(lif.membrane(), within(1e-14));
    }

    @Test
    void initialTimeConstantMustExceedOneStep() {
        assertThatThrownBy(() -> ParametricLif.withInitialTauInSteps(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("initial tau must be > 1 step, was 1.0");
    }
}
