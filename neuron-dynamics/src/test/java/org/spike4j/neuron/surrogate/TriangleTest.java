package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class TriangleTest extends SurrogateContract {

    @Override
    Surrogate of(double height, double second) {
        return new Triangle(height, second);
    }

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("SpikingJelly 1.6", Triangle.spikingJelly(1.6), x -> piecewiseQuadratic(1.6, x), 1),
                new Preset("SpikingJelly 1", Triangle.spikingJelly(1), x -> piecewiseQuadratic(1, x), 1),
                new Preset("Norse 0.3", Triangle.norse(0.3), x -> 0.3 * Math.max(0, 1 - Math.abs(x)), 0.3));
    }

    private static double piecewiseQuadratic(double alpha, double x) {
        return Math.abs(x) <= 1 / alpha ? alpha - alpha * alpha * Math.abs(x) : 0;
    }
}
