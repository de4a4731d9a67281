package org.spike4j.neuron.surrogate;

import java.util.Set;
import java.util.stream.Stream;

class PiecewiseLeakyReluTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "SpikingJelly 1, 0.01",
                        PiecewiseLeakyRelu.spikingJelly(1, 0.01),
                        x -> Math.abs(x) < 1 ? 1 / 2.0 : 0.01),
                new Preset(
                        "SpikingJelly 0.5, 0.05",
                        PiecewiseLeakyRelu.spikingJelly(0.5, 0.05),
                        x -> Math.abs(x) < 0.5 ? 1 / (2 * 0.5) : 0.05));
    }

    @Override
    Set<String> mayBeZero() {
        return Set.of("leak");
    }
}
