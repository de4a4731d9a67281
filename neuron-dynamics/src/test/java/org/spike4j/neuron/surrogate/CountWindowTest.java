package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class CountWindowTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("SpikingJelly 4", CountWindow.upTo(4), x -> 0 <= x && x <= 4 ? 1 : 0, 4),
                new Preset("half, 2", new CountWindow(0.5, 2), x -> 0 <= x && x <= 2 ? 0.5 : 0, 1));
    }

    @Override
    boolean symmetric() {
        return false;
    }
}
