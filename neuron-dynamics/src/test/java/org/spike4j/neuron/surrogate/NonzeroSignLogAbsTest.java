package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class NonzeroSignLogAbsTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("SpikingJelly 1", NonzeroSignLogAbs.spikingJelly(1), x -> 1 / (1 + Math.abs(x))),
                new Preset("SpikingJelly 0.5", NonzeroSignLogAbs.spikingJelly(0.5), x -> 1 / (1 / 0.5 + Math.abs(x))));
    }
}
