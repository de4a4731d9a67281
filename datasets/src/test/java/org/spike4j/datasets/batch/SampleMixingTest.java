package org.spike4j.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.representation.VoxelGrid;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.transform.FlipHorizontal;
import org.spike4j.datasets.transform.mixing.EventMixing;
import org.spike4j.datasets.transform.mixing.MixedEvents;

class SampleMixingTest {
    private static final EventBatching SETTINGS = EventBatching.of(6, new FrameBinning(EventSlicing.byTime(1), 3, 1));

    /** Sample i has one event at column i, of class i. */
    private static final List<EventSample> SAMPLES = IntStream.range(0, 3)
            .mapToObj(i -> {
                EventStream dot = EventStream.builder(3, 1).add(0, i, 0, 1).build();
                return new EventSample("dot " + i, i, "g", () -> dot);
            })
            .toList();

    private static DataSet batch(EventBatching settings, int epoch) throws IOException {
        return new EventBatch(SAMPLES, 3, 1, settings).make(epoch, new int[] {0, 1, 2}, 0, 3);
    }

    /** Takes the second recording whole, with a quarter of the first one's label. */
    @Test
    void labelsFollowTheSamplesThatWereMixed() throws IOException {
        SampleMixing<EventMixing> quarter = new SampleMixing<>((a, b, random) -> new MixedEvents(b, 0.25), 1, 7);
        int others = 0;
        for (int epoch = 0; epoch < 20; epoch++) {
            DataSet made = batch(SETTINGS.withMixing(quarter), epoch);
            for (int n = 0; n < 3; n++) {
                assertThat(made.getLabels().getRow(n).sumNumber().doubleValue()).isCloseTo(1, offset(1e-6));
                for (int k = 0; k < 3; k++) {
                    double expected = 0.75 * made.getFeatures().getDouble(n, 1, 0, 0, k) + (n == k ? 0.25 : 0);
                    assertThat(made.getLabels().getDouble(n, k)).isCloseTo(expected, offset(1e-6));
                    others += n != k && expected > 0 ? 1 : 0;
                }
            }
        }
        assertThat(others).as("two of three partners").isBetween(25, 55);
    }

    @Test
    void onlyTheShareOfTheSamplesIsMixed() throws IOException {
        SampleMixing<EventMixing> never = new SampleMixing<>((a, b, random) -> new MixedEvents(b, 0), 0, 7);
        DataSet plain = batch(SETTINGS, 0);
        assertThat(batch(SETTINGS.withMixing(never), 0)).isEqualTo(plain);
        assertThatThrownBy(() -> new SampleMixing<EventMixing>((a, b, random) -> new MixedEvents(b, 0), 2, 7))
                .hasMessageContaining("probability must be 0 to 1");
    }

    @Test
    void anyFramesMakeBatches() throws IOException {
        EventBatching voxels = EventBatching.of(3, VoxelGrid.of(2, 3, 1));
        DataSet made = new EventBatch(SAMPLES, 3, 2, voxels).make(0, new int[] {0, 1, 2}, 0, 3);
        assertThat(made.getFeatures().shape()).containsExactly(3, 1, 2, 1, 3);
        assertThat(made.getFeatures().sumNumber().doubleValue()).isEqualTo(3);
        for (int n = 0; n < 3; n++) {
            assertThat(made.getFeatures().getDouble(n, 0, 0, 0, n)).isEqualTo(1);
        }
    }

    @Test
    void anyTransformChangesSamples() throws IOException {
        DataSet made = batch(SETTINGS.withAugmentation(new SeededTransform(FlipHorizontal.always(), 1)), 0);
        for (int n = 0; n < 3; n++) {
            assertThat(made.getFeatures().getDouble(n, 1, 0, 0, 2 - n)).isEqualTo(1);
        }
        EventBatching some = SETTINGS.withAugmentation(new SeededTransform(new FlipHorizontal(0.5), 1));
        int flipped = 0;
        for (int epoch = 0; epoch < 100; epoch++) {
            DataSet now = batch(some, epoch);
            assertThat(batch(some, epoch)).isEqualTo(now);
            flipped += (int) now.getFeatures().getDouble(0, 1, 0, 0, 2);
        }
        assertThat(flipped).isBetween(30, 70);
    }
}
