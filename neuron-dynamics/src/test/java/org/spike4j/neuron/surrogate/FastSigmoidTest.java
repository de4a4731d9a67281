package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class FastSigmoidTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("slope 25", FastSigmoid.ofSlope(25), x -> Math.pow(25 * Math.abs(x) + 1, -2), 2.0 / 25),
                new Preset("slope 100", FastSigmoid.ofSlope(100), x -> Math.pow(100 * Math.abs(x) + 1, -2), 2.0 / 100),
                new Preset(
                        "SpikingJelly SuperSpike 0.6",
                        FastSigmoid.spikingJellySuperSpike(0.6),
                        x -> 0.6 / Math.pow(1 + Math.abs(x), 2),
                        1.2),
                new Preset(
                        "SpikingJelly SoftSign 3.5",
                        FastSigmoid.spikingJellySoftSign(3.5),
                        x -> 1 / (2 * 3.5 * Math.pow(1 / 3.5 + Math.abs(x), 2)),
                        1));
    }
}
