package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class HeavisideTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(new Preset("snnTorch", Heaviside.snnTorch(), x -> x > 0 ? 1 : 0));
    }

    @Override
    boolean symmetric() {
        return false;
    }
}
