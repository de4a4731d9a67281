package org.spike4j.neuron.surrogate;

import java.util.Set;
import java.util.stream.Stream;

class SpikeRateEscapeTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("snnTorch 1, 25", SpikeRateEscape.snnTorch(1, 25), x -> 25 * Math.exp(-Math.abs(x - 1)), 50),
                new Preset(
                        "snnTorch 2, 1.5",
                        SpikeRateEscape.snnTorch(2, 1.5),
                        x -> 1.5 * Math.exp(-2 * Math.abs(x - 1)),
                        1.5));
    }

    @Override
    boolean symmetric() {
        return false;
    }

    @Override
    Set<String> mayBeNegative() {
        return Set.of("centre");
    }
}
