package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SynapticTest extends EquationModelContract<Synaptic> {

    @Override
    Stream<Synaptic> models() {
        Firing standard = Firing.standard().withThreshold(0.9);
        Reset subtract = Reset.subtract().withoutGradient().inNextStep();
        Reset toValue = Reset.toValue(-0.2).withoutGradient().inNextStep();
        return Stream.of(
                        standard.withReset(subtract).withCondition(FireCondition.ABOVE_THRESHOLD),
                        standard.withReset(subtract),
                        standard.withReset(toValue),
                        standard.withReset(Reset.none()),
                        standard.withReset(Reset.subtract()),
                        standard.withReset(Reset.toValue(-0.2)))
                .map(firing -> new Synaptic(0.6, 0.8, firing, List.of()));
    }

    @Override
    double[] documentedStart(Synaptic model) {
        return new double[] {0, 0};
    }

    @Override
    Step documentedStep(Synaptic model, double[] states, double x) {
        double i = model.alpha() * states[1] + x;
        double f = model.beta() * states[0] + i;
        Firing firing = model.firing();
        boolean before = firing.reset().timing() == ResetTiming.NEXT_STEP && fires(firing, states[0]);
        double h = !before
                ? f
                : firing.reset().mode() == ResetMode.SUBTRACT
                        ? f - firing.threshold()
                        : firing.reset().value();
        return new Step(new double[] {resetAfter(firing, h), i}, fires(firing, h) ? 1 : 0);
    }

    @Test
    void resetInTheNextStepHasNoGradient() {
        assertThatThrownBy(() ->
                        Synaptic.withDecays(0.6, 0.8).withReset(Reset.subtract().inNextStep()))
                .hasMessageContaining("withoutGradient()");
    }
}
