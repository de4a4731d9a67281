package org.spike4j.neuron.surrogate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QPseudoSpikeTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "SpikingJelly 2", QPseudoSpike.spikingJelly(2), x -> 1 / Math.pow(1 + 2 * Math.abs(x), 2), 1),
                new Preset("SpikingJelly 3", QPseudoSpike.spikingJelly(3), x -> 1 / Math.pow(1 + Math.abs(x), 3), 1));
    }

    @Test
    void anExponentOfOneIsRefused() {
        assertThatThrownBy(() -> new QPseudoSpike(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alpha must be above 1.0 and finite, was 1.0");
    }
}
