package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class SigmoidTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("alpha 4", Sigmoid.ofAlpha(4), x -> logistic(4, x), 1),
                new Preset("slope 25", Sigmoid.ofAlpha(25), x -> logistic(25, x), 1),
                new Preset("Norse tanh 3", Sigmoid.norseTanh(3), x -> 1 - Math.pow(Math.tanh(3 * x), 2), 2.0 / 3),
                new Preset(
                        "Spyx tanh 1.5",
                        Sigmoid.norseTanh(1.5),
                        x -> 4 / Math.pow(Math.exp(1.5 * x) + Math.exp(-1.5 * x), 2),
                        2 / 1.5));
    }

    private static double logistic(double alpha, double x) {
        double s = 1 / (1 + Math.exp(-alpha * x));
        return alpha * s * (1 - s);
    }
}
