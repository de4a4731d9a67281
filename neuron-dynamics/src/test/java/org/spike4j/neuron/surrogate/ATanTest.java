package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class ATanTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("alpha 2", ATan.ofAlpha(2), x -> 2.0 / 2 / (1 + Math.pow(Math.PI / 2 * 2 * x, 2)), 1),
                new Preset("alpha 3", ATan.ofAlpha(3), x -> 3.0 / 2 / (1 + Math.pow(Math.PI / 2 * 3 * x, 2)), 1),
                new Preset(
                        "Spyx 2",
                        ATan.spyx(2),
                        x -> 1 / (Math.PI * (1 + Math.pow(2 * Math.PI * x, 2))),
                        1 / (2 * Math.PI)));
    }
}
