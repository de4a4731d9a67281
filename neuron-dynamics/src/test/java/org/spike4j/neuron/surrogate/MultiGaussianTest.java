package org.spike4j.neuron.surrogate;

import java.util.Set;
import java.util.stream.Stream;

class MultiGaussianTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "sinabs 0.5, 1",
                        MultiGaussian.sinabs(0.5, 1),
                        x -> 1.15 * normal(x, 0.5) - 0.15 * normal(x - 0.5, 3) - 0.15 * normal(x + 0.5, 3),
                        0.85),
                new Preset(
                        "BrainPy",
                        MultiGaussian.brainPy(),
                        x -> 0.5 * (1.15 * normal(x, 0.5) - 0.15 * normal(x - 0.5, 3) - 0.15 * normal(x + 0.5, 3)),
                        0.425));
    }

    @Override
    Set<String> mayBeZero() {
        return Set.of("dip");
    }

    private static double normal(double x, double sigma) {
        return Math.exp(-Math.pow(x / sigma, 2) / 2) / (Math.sqrt(2 * Math.PI) * sigma);
    }
}
