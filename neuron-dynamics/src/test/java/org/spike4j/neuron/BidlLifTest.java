package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class BidlLifTest extends NeuronModelContract<BidlLif> {

    @Override
    Stream<BidlLif> models() {
        return firings()
                .filter(firing -> firing.reset().timing() == ResetTiming.SAME_STEP)
                .map(BidlLif.standard()::withFiring)
                .flatMap(model -> Stream.of(model, model.withLeak(0.6, 0.05)));
    }

    @Override
    double documentedStart(BidlLif model) {
        return 0;
    }

    @Override
    Step documentedStep(BidlLif model, Step before, double x) {
        double h = before.carried() + x;
        double r = resetAfter(model.firing(), h);
        return new Step(h, fires(model.firing(), h) ? 1 : 0, model.alpha() * r + model.beta(), 0);
    }

    @Test
    void traceEqualsTheOneByHand() {
        BidlLif model = BidlLif.standard().withLeak(0.5, 0.25);
        Runner.Forward forward =
                Runner.reference(model, SequenceShape.of(3, 1, 1, 1)).forward(new double[] {0.5, 0.25, -1}, null);
        assertThat(forward.membrane()).containsExactly(0.5, 0.75, -0.75); // the threshold of 0.5 itself does not fire
        assertThat(forward.output()).containsExactly(0, 1, 0);
        assertThat(forward.carried()).containsExactly(0.5, 0.25, -0.125);
    }

    @Test
    void itsResetCannotBeDelayed() {
        assertThatThrownBy(() -> BidlLif.standard().withReset(Reset.toValue(0).inNextStep()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must reset in the same step");
    }
}
