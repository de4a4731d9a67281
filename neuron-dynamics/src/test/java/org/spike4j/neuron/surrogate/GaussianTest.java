package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class GaussianTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "SpikingJelly Erf 2",
                        Gaussian.spikingJellyErf(2),
                        x -> 2 / Math.sqrt(Math.PI) * Math.exp(-4 * x * x),
                        1),
                new Preset(
                        "Norse heavi_erfc 2.5",
                        Gaussian.norseErfc(2.5),
                        x -> 2 / Math.sqrt(Math.PI) * Math.exp(-Math.pow(2.5 * x, 2)),
                        2 / 2.5),
                new Preset(
                        "sinabs 0.5, 0.8",
                        Gaussian.sinabs(0.5, 0.8),
                        x -> 0.8 * Math.exp(-x * x / (2 * 0.25)) / (0.5 * Math.sqrt(2 * Math.PI)),
                        0.8));
    }
}
