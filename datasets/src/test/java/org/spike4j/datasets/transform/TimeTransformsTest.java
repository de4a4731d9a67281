package org.spike4j.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

class TimeTransformsTest {
    private static EventStream apply(EventTransform transform, EventStream events) {
        return transform.apply(events, new SplittableRandom(3));
    }

    /** Events of polarity 1 at pixel (0, 0). */
    private static EventStream at(long... times) {
        EventStreamBuilder builder = EventStream.builder(4, 4);
        for (long t : times) {
            builder.add(t, 0, 0, 1);
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 64, 1_000})
    void sortingEqualsAStableSort(int size) {
        for (int maxTime : new int[] {1, 5, 10_000}) {
            EventStream events = RandomEvents.unordered(size, size, 30, 20, maxTime);
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                order.add(i);
            }
            order.sort(Comparator.comparingLong(events::t));
            EventStreamBuilder expected = EventStream.builder(30, 20);
            order.forEach(i -> expected.add(events.t(i), events.x(i), events.y(i), events.polarity(i)));

            EventAssertions.assertSame(TimeOrder.sorted(Columns.of(events)).toStream(events), expected.build());
        }
    }

    @Test
    void sortingTakesTimesOfTheWholeRange() {
        EventStream events = at(Long.MAX_VALUE, -1, Long.MIN_VALUE, 0, 5_000_000_000L, -7_000_000_000_000_000L);
        EventAssertions.assertSame(
                TimeOrder.sorted(Columns.of(events)).toStream(events),
                at(Long.MIN_VALUE, -7_000_000_000_000_000L, -1, 0, 5_000_000_000L, Long.MAX_VALUE));
    }

    /**
     * Of 20000 draws the mean lies within 4 std / sqrt(n) of 0, the standard deviation within 4 std / sqrt(2 n) of std.
     */
    @Test
    void timeJitterIsNormal() {
        int n = 20_000;
        EventStreamBuilder builder = EventStream.builder(200, 100).add(-1_000_000, 0, 0, 0);
        for (int i = 0; i < n; i++) {
            builder.add(0, i % 200, i / 200, 1);
        }
        EventStream changed =
                apply(new TimeJitter(500), builder.add(1_000_000, 0, 0, 0).build());
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < changed.size(); i++) {
            if (changed.polarity(i) == 1) {
                sum += changed.t(i);
                squares += (double) changed.t(i) * changed.t(i);
            }
        }
        assertThat(Math.abs(sum / n)).isLessThan(4 * 500 / Math.sqrt(n));
        assertThat(Math.abs(Math.sqrt(squares / n) - 500)).isLessThan(4 * 500 / Math.sqrt(2.0 * n));
    }

    @Test
    void timeJitterStaysInTheRecording() {
        EventStream events = RandomEvents.ordered(1, 1_000, 9, 9, 70, 3);
        EventStream changed = apply(new TimeJitter(1e12), events);
        assertThat(changed.size()).isEqualTo(1_000);
        assertThat(changed.t(0)).isEqualTo(events.t(0));
        assertThat(changed.t(999)).isEqualTo(events.t(999));
        EventAssertions.assertSame(apply(new TimeJitter(0), events), events);
    }

    /**
     * A coordinate in the middle moves by k pixels with the normal probability of k - 0.5 to k + 0.5: 0.383 for k = 0.
     */
    @Test
    void spatialJitterIsNormalAndDropsWhatLeaves() {
        int n = 10_000;
        EventStreamBuilder builder = EventStream.builder(41, 3);
        for (int i = 0; i < n; i++) {
            builder.add(i, 20, 0, 1);
        }
        EventStream changed = apply(new SpatialJitter(1, 0), builder.build());
        int same = 0;
        for (int i = 0; i < n; i++) {
            same += changed.x(i) == 20 ? 1 : 0;
            assertThat(changed.y(i)).isZero();
        }
        assertThat(same).isBetween(3_829 - 195, 3_829 + 195);
        int left = apply(new SpatialJitter(0, 1), builder.build()).size();
        assertThat(left).as("n < 0.5 of row 0: 0.691").isBetween(6_915 - 185, 6_915 + 185);
    }

    @Test
    void skewedTimesEqualTheirFormula() {
        EventAssertions.assertSame(apply(TimeSkew.of(0.5, 7), at(100, 103, 110)), at(107, 109, 112));
        EventAssertions.assertSame(apply(TimeSkew.of(3, -100), at(100, 103, 110)), at(0, 9, 30));
        assertThatThrownBy(() -> apply(TimeSkew.of(1e18, 0), at(0, 50))).hasMessageContaining("smaller scale");
    }

    @Test
    void alignedRecordingsStartWhereTheyAreTold() {
        EventAssertions.assertSame(apply(new TimeAlignment(0), at(100, 103, 110)), at(0, 3, 10));
        EventAssertions.assertSame(apply(new TimeAlignment(7), at(-5, 0)), at(7, 12));
        assertThatThrownBy(() -> new TimeAlignment(-1)).hasMessageContaining("start must be 0 to 2^61");
        assertThatThrownBy(() -> apply(new TimeAlignment(0), at(0, Long.MAX_VALUE)))
                .hasMessageContaining("at most 2^61");
    }

    @Test
    void noiseIsAddedAndTheEventsStay() {
        EventStream events = RandomEvents.ordered(1, 1_000, 9, 9, 70, 3);
        EventStream changed = apply(new UniformNoise(250, 250), events);
        assertThat(changed.size()).isEqualTo(1_250);
        int found = 0;
        for (int i = 0; i < changed.size() && found < 1_000; i++) {
            boolean same = changed.t(i) == events.t(found)
                    && changed.x(i) == events.x(found)
                    && changed.y(i) == events.y(found)
                    && changed.polarity(i) == events.polarity(found);
            found += same ? 1 : 0;
        }
        assertThat(found).isEqualTo(1_000);
        assertThat(changed.t(1_249)).isEqualTo(events.t(999));
        assertThat(apply(new UniformNoise(3, 3), at(5)).size()).isEqualTo(4);
    }

    @Test
    void noiseIsUniform() {
        EventStream changed = apply(
                new UniformNoise(40_000, 40_000),
                EventStream.builder(4, 4).add(0, 0, 0, 0).add(1_000, 0, 0, 0).build());
        int[] pixels = new int[16];
        int early = 0;
        int brighter = 0;
        for (int i = 0; i < changed.size(); i++) {
            pixels[changed.y(i) * 4 + changed.x(i)]++;
            early += changed.t(i) < 250 ? 1 : 0;
            brighter += changed.polarity(i);
        }
        for (int count : pixels) {
            assertThat(count).isBetween(2_500 - 194, 2_500 + 196);
        }
        assertThat(early).isBetween(10_000 - 347, 10_000 + 348);
        assertThat(brighter).isBetween(20_000 - 400, 20_000 + 400);
    }

    @Test
    void windowsAreHalfOpen() {
        EventStream events = at(100, 109, 110, 119, 120);
        EventAssertions.assertSame(apply(new TimeWindow(10, 10), events), at(110, 119));
        EventAssertions.assertSame(apply(new TimeWindow(0, 21), events), events);
        EventAssertions.assertSame(apply(new RandomTimeWindow(21), events), events);
    }

    @Test
    void randomWindowsReachBothEnds() {
        EventStream events = at(0, 1, 2, 3, 4, 5);
        int[] starts = new int[7];
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 4_000; k++) {
            EventStream changed = new RandomTimeWindow(3).apply(events, random);
            assertThat(changed.size()).isEqualTo(3);
            starts[(int) changed.t(0)]++;
        }
        for (int start = 0; start < 4; start++) {
            assertThat(starts[start]).isBetween(1_000 - 110, 1_000 + 110);
        }
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> new TimeJitter(-1)).hasMessageContaining("stdMicros must be >= 0");
        assertThatThrownBy(() -> new SpatialJitter(0, Double.NaN)).hasMessageContaining("stdY must be >= 0");
        assertThatThrownBy(() -> TimeSkew.of(0, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new TimeSkew(1, 1, 5, 4)).hasMessageContaining("5 to 4");
        assertThatThrownBy(() -> new UniformNoise(4, 3)).hasMessageContaining("most must be >= 4");
        assertThatThrownBy(() -> new TimeWindow(0, 0)).hasMessageContaining("micros must be >= 1");
        assertThatThrownBy(() -> new RandomTimeWindow(-1)).hasMessageContaining("micros must be >= 1");
    }
}
