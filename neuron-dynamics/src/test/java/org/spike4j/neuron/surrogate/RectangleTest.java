package org.spike4j.neuron.surrogate;

import java.util.stream.Stream;

class RectangleTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("BIDL 0.5", Rectangle.bidl(0.5), x -> Math.abs(x) < 0.5 ? 1 / (2 * 0.5) : 0, 1),
                new Preset("BIDL 0.8", Rectangle.bidl(0.8), x -> Math.abs(x) < 0.8 ? 1 / (2 * 0.8) : 0, 1),
                new Preset("SpikingJelly 0.8", Rectangle.spikingJelly(0.8), x -> Math.abs(x) < 0.5 / 0.8 ? 0.8 : 0, 1));
    }
}
