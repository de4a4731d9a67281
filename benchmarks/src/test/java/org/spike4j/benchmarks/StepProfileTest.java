package org.spike4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.kernel.Stage;
import org.spike4j.neuron.kernel.StageClock.Place;

/** The profile names what a step consists of, and accounts for all of it. */
class StepProfileTest {
    private static final double ROUNDING = 1e-9;

    @Test
    void placesOfAConvolutionalStepAddUpToTheStep() {
        StepProfile profile = new DvsConvBenchmark(2, 2, 4, 16, 0.1, 1, new Timing(1, 3)).profile();

        assertPlacesAddUp(profile);
        assertThat(profile.placeMs())
                .containsKeys(
                        new Place("", Stage.INPUT),
                        new Place("0 SpikingConv2D", Stage.CURRENT),
                        new Place("0 SpikingConv2D", Stage.NORM),
                        new Place("3 SpikingConv2D", Stage.NEURON),
                        new Place("3 SpikingConv2D", Stage.POOL),
                        new Place("4 SpikingDense", Stage.WEIGHT_GRADIENT),
                        new Place("5 SpikingDense", Stage.INPUT_GRADIENT),
                        new Place("", Stage.LOSS),
                        new Place("", Stage.UPDATER),
                        new Place("", Stage.OTHER));
        assertThat(profile.garbageMb()).isPositive();
    }

    @Test
    void placesOfARecurrentStepAddUpToTheStep() {
        StepProfile profile = new RecurrentBenchmark(3, 2, 5, 6, 4, 0.2, 1, new Timing(1, 3)).profile();

        assertPlacesAddUp(profile);
        assertThat(profile.placeMs())
                .containsKeys(
                        new Place("0 SpikingRecurrent", Stage.CURRENT),
                        new Place("0 SpikingRecurrent", Stage.NEURON),
                        new Place("0 SpikingRecurrent", Stage.WEIGHT_GRADIENT),
                        new Place("1 LeakyReadout", Stage.LOSS),
                        new Place("", Stage.UPDATER));
    }

    private static void assertPlacesAddUp(StepProfile profile) {
        Map<Place, Double> times = profile.placeMs();
        double sum = times.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isCloseTo(profile.stepMs(), within(ROUNDING * profile.stepMs()));
        assertThat(times.values()).allMatch(ms -> ms >= 0);
    }
}
