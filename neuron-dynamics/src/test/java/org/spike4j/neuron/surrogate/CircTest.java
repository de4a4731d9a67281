package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class CircTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("Norse 1", Circ.norse(1), x -> circ(1, x), 2),
                new Preset("Norse 0.3", Circ.norse(0.3), x -> circ(0.3, x), 0.6));
    }

    private static double circ(double alpha, double x) {
        double square = alpha * alpha + x * x;
        return 2 * alpha * (1 / (2 * Math.sqrt(square)) - x * x / (2 * Math.pow(square, 1.5)));
    }
}
