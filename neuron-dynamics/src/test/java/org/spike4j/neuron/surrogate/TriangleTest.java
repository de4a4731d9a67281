package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class TriangleTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("SpikingJelly 1.6", Triangle.spikingJelly(1.6), x -> piecewiseQuadratic(1.6, x), 1),
                new Preset("SpikingJelly 1", Triangle.spikingJelly(1), x -> piecewiseQuadratic(1, x), 1),
                new Preset("Norse 0.3", Triangle.norse(0.3), x -> 0.3 * Math.max(0, 1 - Math.abs(x)), 0.3),
                new Preset("Spyx 0.7", Triangle.spyx(0.7), x -> Math.max(0, 1 - Math.abs(0.7 * x)), 1 / 0.7),
                new Preset(
                        "BrainPy 0.3, 1.5",
                        Triangle.brainPyRelu(0.3, 1.5),
                        x -> 0.3 * Math.max(0, 1.5 - Math.abs(x)),
                        0.3 * 2.25),
                new Preset(
                        "mlGeNN 0.8", Triangle.mlGenn(0.8), x -> 0.3 / 0.8 * Math.max(0, 1 - Math.abs(x / 0.8)), 0.3));
    }

    private static double piecewiseQuadratic(double alpha, double x) {
        return Math.abs(x) <= 1 / alpha ? alpha - alpha * alpha * Math.abs(x) : 0;
    }
}
