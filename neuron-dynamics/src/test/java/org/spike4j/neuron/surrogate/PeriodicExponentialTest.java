package org.spike4j.neuron.surrogate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeriodicExponentialTest extends SurrogateContract {

    @Override
    Stream<Preset> presets() {
        return Stream.of(
                new Preset("sinabs 0.5, 1", PeriodicExponential.sinabs(0.5, 1), x -> periodic(0.5, 1, x)),
                new Preset("sinabs 0.2, 1.3", PeriodicExponential.sinabs(0.2, 1.3), x -> periodic(0.2, 1.3, x)));
    }

    @Override
    boolean symmetric() {
        return false;
    }

    @Override
    boolean hasText() {
        return false;
    }

    @Test
    void itHasNoText() {
        assertThat(PeriodicExponential.sinabs(0.5, 1).formula()).isEmpty();
    }

    /** With the membrane v = x + 1: above the threshold, v - 1/2 less whole numbers, and 1/2 as the new threshold. */
    private static double periodic(double width, double scale, double x) {
        double shifted = x + 1 - 0.5;
        double folded = x < 0 ? shifted : shifted - Math.floor(shifted);
        return scale * Math.exp(-Math.abs(folded - 0.5) / width);
    }
}
