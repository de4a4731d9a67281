package org.spike4j.neuron;

import static org.spike4j.neuron.NeuronModelContract.fires;

import java.util.stream.Stream;

class RectifiedLeakyTest extends EquationModelContract<RectifiedLeaky> {

    @Override
    Stream<RectifiedLeaky> models() {
        RectifiedLeaky neuron = RectifiedLeaky.withBeta(0.7);
        return Stream.of(neuron, neuron.withThreshold(0.6));
    }

    @Override
    double[] documentedStart(RectifiedLeaky model) {
        return new double[] {0};
    }

    @Override
    Step documentedStep(RectifiedLeaky model, double[] states, double x) {
        double v = Math.max(0, model.beta() * states[0] + x);
        return new Step(new double[] {v}, fires(model.firing(), v) ? 1 : 0);
    }

    @Override
    double[] inputRange(RectifiedLeaky model) {
        return new double[] {-1, 1.2};
    }
}
