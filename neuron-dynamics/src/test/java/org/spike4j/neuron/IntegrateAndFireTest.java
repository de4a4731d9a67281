package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

class IntegrateAndFireTest extends NeuronModelContract<IntegrateAndFire> {

    @Override
    Stream<IntegrateAndFire> models() {
        return firings()
                .map(firing -> IntegrateAndFire.standard()
                        .withFiring(firing)
                        .withLearned(Learned.shared("threshold"), Learned.perChannel("resetValue")));
    }

    @Override
    double documentedStart(IntegrateAndFire model) {
        return model.firing().reset().value();
    }

    @Override
    Step documentedStep(IntegrateAndFire model, Step before, double x) {
        Firing firing = model.firing();
        double h = resetBefore(firing, before.carried()) + x - taken(firing, before.carried());
        return new Step(h, fires(firing, h) ? 1 : 0, resetAfter(firing, h), 0);
    }

    @Test
    void traceEqualsTheOneByHand() {
        IntegrateAndFire model = IntegrateAndFire.standard().withReset(Reset.subtract());
        Runner.Forward forward = Runner.reference(model, SequenceShape.of(5, 1, 1, 1))
                .forward(new double[] {0.5, 0.75, 1.75, -1, 1}, null);
        assertThat(forward.membrane()).containsExactly(0.5, 1.25, 2, 0, 1); // the threshold itself fires
        assertThat(forward.output()).containsExactly(0, 1, 1, 0, 1);
        assertThat(forward.carried()).containsExactly(0.5, 0.25, 1, 0, 0);
    }

    @Test
    void equalityDoesNotFireAboveTheThreshold() {
        IntegrateAndFire model =
                IntegrateAndFire.standard().withFiring(Firing.standard().withCondition(FireCondition.ABOVE_THRESHOLD));
        Runner.Forward forward =
                Runner.reference(model, SequenceShape.of(2, 1, 1, 1)).forward(new double[] {1, 0.5}, null);
        assertThat(forward.output()).containsExactly(0, 1);
    }

    @Test
    void onlyItsOwnConstantsCanBeLearnedAndOnlyOnce() {
        assertThatThrownBy(() -> IntegrateAndFire.standard().withLearned(Learned.shared("tau")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learned constant must be one of [threshold, resetValue], was \"tau\"");
        List<Learned> twice = List.of(Learned.shared("threshold"), Learned.perChannel("threshold"));
        assertThatThrownBy(() -> IntegrateAndFire.standard().withLearned(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a constant can be learned only once");
    }

    @Test
    void aSpikingNeuronMustFire() {
        assertThatThrownBy(() -> Firing.standard().withCondition(FireCondition.NEVER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("use LeakyIntegrator");
        assertThatThrownBy(() -> Firing.standard().withThreshold(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("threshold must be finite, was NaN");
        assertThatThrownBy(() -> Reset.toValue(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reset value must be finite, was NaN");
    }
}
