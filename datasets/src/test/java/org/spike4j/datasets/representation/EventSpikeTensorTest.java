package org.spike4j.datasets.representation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.representation.EventSpikeTensor.Measurement;

class EventSpikeTensorTest {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 7;

    static List<TimeKernel> kernels() {
        return List.of(
                new TimeKernel.Triangle(),
                new TimeKernel.Exponential(0.8),
                new TimeKernel.Alpha(1.3),
                new TimeKernel.Knots(List.of(0.5, -1.0, 2.0, 0.25, 0.75), 2));
    }

    private static EventSpikeTensor tensor(int bins, TimeKernel kernel, Measurement measurement) {
        return new EventSpikeTensor(bins, WIDTH, HEIGHT, kernel, measurement);
    }

    /** One pixel, 3 bins from 0 to 100 microseconds: t* = 0, 0.5 and 2. */
    @Test
    void valuesAreThoseOfTheFormula() {
        EventStream events = EventStream.builder(1, 1)
                .add(0, 0, 0, 1)
                .add(25, 0, 0, 1)
                .add(100, 0, 0, 0)
                .build();
        double e = Math.exp(-0.5);
        assertThat(new EventSpikeTensor(3, 1, 1, new TimeKernel.Exponential(1), Measurement.COUNT).bin(events))
                .containsExactly(
                        new float[] {0, 1, 0, (float) (e * e + e), 1, (float) (e * e * e * e + e * e * e)},
                        offset(1e-6f));
        assertThat(new EventSpikeTensor(3, 1, 1, new TimeKernel.Triangle(), Measurement.TIME).bin(events))
                .containsExactly(new float[] {0, 0.125f, 0, 0.125f, 1, 0}, offset(1e-6f));
    }

    @Test
    void kernelsHaveTheirDocumentedShape() {
        assertThat(new TimeKernel.Triangle().at(-0.25)).isEqualTo(0.75);
        assertThat(new TimeKernel.Exponential(2).at(0)).isEqualTo(0.5);
        assertThat(new TimeKernel.Alpha(2).at(2)).as("the maximum").isEqualTo(1);
        TimeKernel knots = new TimeKernel.Knots(List.of(1.0, 4.0, 2.0), 2);
        assertThat(List.of(knots.at(-1), knots.at(-0.75), knots.at(-0.5), knots.at(0.25), knots.at(0.75)))
                .containsExactly(0.0, 0.5, 1.0, 3.0, 1.0);
    }

    /** The slow twin: every bin of every event. */
    @ParameterizedTest
    @MethodSource("kernels")
    void tensorEqualsTheSumOverAllBins(TimeKernel kernel) {
        EventStream events = RandomEvents.unordered(3, 400, WIDTH, HEIGHT, 4_000);
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int i = 0; i < events.size(); i++) {
            first = Math.min(first, events.t(i));
            last = Math.max(last, events.t(i));
        }
        int bins = 6;
        float[] expected = new float[bins * 2 * WIDTH * HEIGHT];
        for (int i = 0; i < events.size(); i++) {
            double time = (bins - 1.0) * (events.t(i) - first) / (last - first);
            for (int b = 0; b < bins; b++) {
                int at = ((b * 2 + events.polarity(i)) * HEIGHT + events.y(i)) * WIDTH + events.x(i);
                expected[at] += (float) (time / (bins - 1) * kernel.at(b - time));
            }
        }
        assertThat(tensor(bins, kernel, Measurement.TIME).bin(events)).containsExactly(expected, offset(1e-5f));
    }

    @Test
    void withTheTriangleItIsAVoxelGrid() {
        EventStream events = RandomEvents.ordered(5, 600, WIDTH, HEIGHT, 50, 9);
        assertThat(tensor(7, new TimeKernel.Triangle(), Measurement.COUNT).bin(events))
                .containsExactly(new VoxelGrid(7, WIDTH, HEIGHT, true).bin(events), offset(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 0", "4, 2, 1", "6, 3, 4", "2, 5, 12", "1, 4, 2"})
    void kernelOfLinesIsAWeightedSumOfTheFramesOfAFinerVoxelGrid(int bins, int perBin, int radius) {
        SplittableRandom random = new SplittableRandom(bins);
        List<Double> knots = new ArrayList<>();
        for (int j = 0; j < 2 * radius + 1; j++) {
            knots.add(random.nextDouble(-1, 1));
        }
        // One bin leaves no time at all, so its events share one value of the kernel.
        EventStream events = RandomEvents.ordered(bins, 500, WIDTH, HEIGHT, 50, 9);
        int fineBins = perBin * (bins - 1) + 1;
        float[] fine = new VoxelGrid(fineBins, WIDTH, HEIGHT, true).bin(events);
        int frame = 2 * WIDTH * HEIGHT;
        float[] expected = new float[bins * frame];
        for (int b = 0; b < bins; b++) {
            for (int j = -radius; j <= radius; j++) {
                int from = perBin * b - j;
                for (int i = 0; i < frame && from >= 0 && from < fineBins; i++) {
                    expected[b * frame + i] += (float) (knots.get(j + radius) * fine[from * frame + i]);
                }
            }
        }
        TimeKernel kernel = new TimeKernel.Knots(knots, perBin);
        assertThat(tensor(bins, kernel, Measurement.COUNT).bin(events)).containsExactly(expected, offset(2e-5f));
    }

    @ParameterizedTest
    @EnumSource(Measurement.class)
    void eventsOfOneTimeLieInTheFirstBin(Measurement measurement) {
        EventStream events = EventStream.builder(WIDTH, HEIGHT)
                .add(7, 3, 2, 1)
                .add(7, 3, 2, 1)
                .build();
        float[] made = tensor(4, new TimeKernel.Triangle(), measurement).bin(events);
        float[] expected = new float[made.length];
        expected[(HEIGHT + 2) * WIDTH + 3] = measurement == Measurement.COUNT ? 2 : 0;
        assertThat(made).isEqualTo(expected);
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> new TimeKernel.Alpha(0)).hasMessageContaining("tau must be > 0 bins, was 0");
        assertThatThrownBy(() -> new TimeKernel.Knots(List.of(1.0, 2.0), 1)).hasMessageContaining("odd number");
        assertThatThrownBy(() -> new TimeKernel.Knots(List.of(1.0), 0)).hasMessageContaining(">= 1, were 0");
        assertThatThrownBy(() -> tensor(0, new TimeKernel.Triangle(), Measurement.COUNT))
                .hasMessageContaining("bins must be >= 1, was 0");
    }
}
