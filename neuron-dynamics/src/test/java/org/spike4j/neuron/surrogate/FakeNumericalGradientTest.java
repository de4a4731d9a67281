package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class FakeNumericalGradientTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "SpikingJelly 0.3",
                        FakeNumericalGradient.spikingJelly(0.3),
                        x -> Math.min(Math.signum(x) / x, 0.3)),
                new Preset(
                        "SpikingJelly 3", FakeNumericalGradient.spikingJelly(3), x -> Math.min(Math.signum(x) / x, 3)));
    }
}
