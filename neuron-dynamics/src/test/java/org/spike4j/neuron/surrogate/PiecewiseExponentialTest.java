package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class PiecewiseExponentialTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "SpikingJelly 2.5",
                        PiecewiseExponential.spikingJelly(2.5),
                        x -> 2.5 / 2 * Math.exp(-2.5 * Math.abs(x)),
                        1),
                new Preset(
                        "lava-dl 0.6, 1.2, 0.8",
                        PiecewiseExponential.lava(0.6, 1.2, 0.8),
                        x -> 1.2 / (2 * 0.6 * 0.8) * Math.exp(-Math.abs(x) / (0.6 * 0.8)),
                        1.2),
                new Preset(
                        "sinabs 0.5, 1, 0.9",
                        PiecewiseExponential.sinabs(0.5, 1, 0.9),
                        x -> 1 / 0.45 * Math.exp(-Math.abs(x) / 0.45),
                        2),
                new Preset(
                        "BrainPy 1.5",
                        PiecewiseExponential.brainPySlayer(1.5),
                        x -> Math.exp(-1.5 * Math.abs(x)),
                        2 / 1.5));
    }
}
