package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class GradedExponentialTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("lava-dl 1, 1, 1", GradedExponential.lava(1, 1, 1), x -> Math.exp(Math.min(x, 0))),
                new Preset(
                        "lava-dl 0.5, 0.7, 1.4",
                        GradedExponential.lava(0.5, 0.7, 1.4),
                        x -> 0.7 * Math.exp(Math.min(x, 0) / 0.7)));
    }

    @Override
    boolean symmetric() {
        return false;
    }
}
