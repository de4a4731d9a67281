package org.spike4j.neuron.surrogate;

import java.util.Set;
import java.util.stream.Stream;

class LeakyKReluTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("SpikingJelly 1, 0", LeakyKRelu.spikingJelly(1, 0), x -> x >= 0 ? 1 : 0),
                new Preset("SpikingJelly 0.8, 0.2", LeakyKRelu.spikingJelly(0.8, 0.2), x -> x >= 0 ? 0.8 : 0.2),
                new Preset("snnTorch LSO 0.1", LeakyKRelu.snnTorchLeakySpike(0.1), x -> x > 0 ? 1 : 0.1),
                new Preset("snnTorch triangular 0.6", LeakyKRelu.snnTorchTriangular(0.6), x -> x < 0 ? 0.6 : -0.6));
    }

    @Override
    boolean symmetric() {
        return false;
    }

    @Override
    Set<String> mayBeNegative() {
        return Set.of("above", "below");
    }
}
