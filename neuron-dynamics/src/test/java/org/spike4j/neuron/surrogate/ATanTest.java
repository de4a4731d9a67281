package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class ATanTest extends SurrogateContract {

    @Override
    Surrogate of(double height, double second) {
        return new ATan(height, second);
    }

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("alpha 2", ATan.ofAlpha(2), x -> 2.0 / 2 / (1 + Math.pow(Math.PI / 2 * 2 * x, 2)), 1),
                new Preset("alpha 3", ATan.ofAlpha(3), x -> 3.0 / 2 / (1 + Math.pow(Math.PI / 2 * 3 * x, 2)), 1));
    }
}
