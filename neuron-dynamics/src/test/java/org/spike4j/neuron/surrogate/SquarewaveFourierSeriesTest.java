package org.spike4j.neuron.surrogate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SquarewaveFourierSeriesTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset(
                        "SpikingJelly 2, 8",
                        SquarewaveFourierSeries.spikingJelly(2, 8),
                        x -> 4 / 8.0 * Math.cos(2 * Math.PI / 8 * x)),
                new Preset(
                        "SpikingJelly 4, 6",
                        SquarewaveFourierSeries.spikingJelly(4, 6),
                        x -> 4
                                / 6.0
                                * (Math.cos(2 * Math.PI / 6 * x)
                                        + Math.cos(3 * 2 * Math.PI / 6 * x)
                                        + Math.cos(5 * 2 * Math.PI / 6 * x))));
    }

    @Test
    void aSeriesHasAtLeastOneTerm() {
        assertThatThrownBy(() -> SquarewaveFourierSeries.spikingJelly(1, 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("terms must be at least 1, was 0");
    }
}
