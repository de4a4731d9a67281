package org.spike4j.neuron;

import static org.spike4j.neuron.NeuronModelContract.fires;
import static org.spike4j.neuron.NeuronModelContract.resetAfter;

import java.util.List;
import java.util.stream.Stream;

class LapicqueTest extends EquationModelContract<Lapicque> {

    @Override
    Stream<Lapicque> models() {
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
                .map(firing -> new Lapicque(2, 3, 0.7, firing, List.of()));
    }

    @Override
    double[] documentedStart(Lapicque model) {
        return new double[] {0};
    }

    @Override
    Step documentedStep(Lapicque model, double[] states, double x) {
        double decay = 1 - model.dt() / (model.resistance() * model.capacitance());
        double f = decay * states[0] + model.dt() / model.capacitance() * x;
        Firing firing = model.firing();
        boolean before = firing.reset().timing() == ResetTiming.NEXT_STEP && fires(firing, states[0]);
        double h = !before
                ? f
                : firing.reset().mode() == ResetMode.SUBTRACT
                        ? f - firing.threshold()
                        : firing.reset().value();
        return new Step(new double[] {resetAfter(firing, h)}, fires(firing, h) ? 1 : 0);
    }

    @Override
    double[] inputRange(Lapicque model) {
        return new double[] {-0.5, 4};
    }
}
