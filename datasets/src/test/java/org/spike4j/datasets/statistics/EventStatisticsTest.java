package org.spike4j.datasets.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventReader;

class EventStatisticsTest {

    /** Events of a pixel every 8 us, in turns of two polarities: all intervals are 8. */
    @Test
    void aRegularPixelHasOneIntervalAndOneRate() throws IOException {
        EventStreamBuilder events = EventStream.builder(4, 3);
        for (int i = 0; i < 1001; i++) {
            events.add(5000 + 8 * i, 2, 1, i % 2);
        }
        EventStatistics statistics = of(events.build(), 7);

        assertThat(statistics.events()).isEqualTo(1001);
        assertThat(statistics.durationMicros()).isEqualTo(8000);
        assertThat(statistics.brighter()).isEqualTo(500);
        assertThat(statistics.meanRate()).isEqualTo(1001 / 0.008, within(1e-6));
        assertThat(statistics.between()).isEqualTo(new Intervals(1000, 0, 8, 8, List.of(0L, 0L, 0L, 1000L)));
        assertThat(statistics.atPixel()).isEqualTo(statistics.between());
        assertThat(statistics.pixels().active()).isEqualTo(1);
        assertThat(statistics.pixels().silent()).isEqualTo(11);
        assertThat(statistics.pixels().most()).isEqualTo(1001 / 0.008, within(1e-6));
        assertThat(statistics.faults()).isEqualTo(new OrderFaults(0, -1, 0));
        assertThat(statistics.rate().startMicros()).isEqualTo(5000);
        assertThat(statistics.rate().binMicros()).isEqualTo(1000);
        // 125 events a millisecond, the last one alone; even numbers are darker
        assertThat(statistics.rate().darker()).startsWith(63L, 62L).endsWith(1L);
        assertThat(statistics.rate().brighter()).startsWith(62L, 63L).endsWith(0L);
    }

    @Test
    void intervalsAtAPixelSkipTheEventsOfOthers() throws IOException {
        EventStatistics statistics = of(
                EventStream.builder(2, 1)
                        .add(0, 0, 0, 1)
                        .add(1, 1, 0, 1)
                        .add(4, 0, 0, 1)
                        .add(4, 1, 0, 1)
                        .build(),
                1);

        // from event to event 1, 3, 0; at a pixel 4 and 3
        assertThat(statistics.between()).isEqualTo(new Intervals(3, 1, 4 / 3.0, 1, List.of(1L, 1L)));
        assertThat(statistics.atPixel()).isEqualTo(new Intervals(2, 0, 3.5, 4, List.of(0L, 1L, 1L)));
    }

    @Test
    void stepsBackInTimeAreCountedAndNoInterval() throws IOException {
        EventStatistics statistics = of(
                EventStream.builder(2, 1)
                        .add(10_000, 0, 0, 1)
                        .add(9_000, 1, 0, 1)
                        .add(9_500, 0, 0, 0)
                        .add(2_000, 1, 0, 1)
                        .build(),
                3);

        assertThat(statistics.faults()).isEqualTo(new OrderFaults(2, 1, 7_500));
        assertThat(statistics.between().count()).isEqualTo(1);
        assertThat(statistics.atPixel().count()).isZero();
        assertThat(statistics.durationMicros()).isEqualTo(8_000);
        assertThat(statistics.rate().startMicros()).isEqualTo(2_000);
        assertThat(statistics.rate().brighter()).containsExactly(1L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L);
        assertThat(statistics.rate().darker()).containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 0L);
    }

    /** Every pixel has 20 to 40 events, one has 4000 and a row, an edge, has 1000 each. */
    @Test
    void aLonelyBusyPixelIsHotAndABusyEdgeIsNot() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        EventStreamBuilder events = EventStream.builder(32, 32);
        long time = 0;
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                int count = x == 5 && y == 9 ? 4000 : y == 20 || y == 21 ? 1000 : random.nextInt(20, 41);
                for (int i = 0; i < count; i++) {
                    events.add(time++, x, y, 1);
                }
            }
        }
        EventStatistics statistics = of(events.build(), 1 << 16);

        assertThat(statistics.pixels().hot()).containsExactly(new PixelRates.HotPixel(5, 9, 4000));
        assertThat(statistics.pixels().octaves()).hasSize(12).endsWith(0L, 1L);
    }

    @Test
    void pixelsOfEqualCountsHaveNoHotOneHoweverFewTheyAre() throws IOException {
        EventStreamBuilder events = EventStream.builder(64, 64);
        for (int i = 0; i < 9; i++) {
            events.add(i, 3, 3, 0);
        }
        assertThat(of(events.add(20, 40, 40, 0).build(), 5).pixels().hot()).isEmpty();
    }

    /** Bins of any recording hold all its events, each in the place that its time says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void binsHoldEveryEventAtItsTime(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TimeBins bins = new TimeBins();
        List<Long> times = new ArrayList<>();
        long time = random.nextLong(-1_000_000, 1_000_000_000);
        for (int i = 0; i < 2000; i++) {
            time += random.nextLong(-20_000, 1L << random.nextInt(1, 24));
            bins.add(time, i % 2);
            times.add(time);
        }
        long[][] expected = new long[2][bins.counts(0).length];
        for (int i = 0; i < times.size(); i++) {
            expected[i % 2][(int) Math.floorDiv(times.get(i) - bins.origin(), bins.width())]++;
        }
        assertThat(bins.counts(0)).isEqualTo(expected[0]);
        assertThat(bins.counts(1)).isEqualTo(expected[1]);
        assertThat(bins.counts(0).length).isLessThanOrEqualTo(TimeBins.MOST);
    }

    @Test
    void packetsDoNotChangeTheResult() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        EventStreamBuilder events = EventStream.builder(16, 16);
        long time = 0;
        for (int i = 0; i < 5000; i++) {
            time += random.nextInt(3000);
            events.add(time, random.nextInt(16), random.nextInt(16), random.nextInt(2));
        }
        EventStream stream = events.build();

        assertThat(of(stream, 1)).isEqualTo(of(stream, 5000)).isEqualTo(of(stream, 333));
    }

    @Test
    void aRecordingWithoutEventsHasNone() throws IOException {
        EventStatistics statistics = of(EventStream.builder(5, 5).build(), 1);

        assertThat(statistics.events()).isZero();
        assertThat(statistics.meanRate()).isZero();
        assertThat(statistics.brighterShare()).isNaN();
        assertThat(statistics.between().median()).isZero();
        assertThat(statistics.pixels().silent()).isEqualTo(25);
    }

    @Test
    void sensorsThatWouldFillTheMemoryAreRefused() {
        EventStream huge = EventStream.builder(32_000, 32_000).build();

        assertThatThrownBy(() -> of(huge, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32000x32000");
    }

    private static EventStatistics of(EventStream events, int packet) throws IOException {
        return EventStatistics.of(new Packets(events, packet));
    }

    /** A recording in memory, handed out in packets. */
    private static final class Packets implements EventReader {
        private final EventStream events;
        private final int packet;
        private int at;

        Packets(EventStream events, int packet) {
            this.events = events;
            this.packet = packet;
        }

        @Override
        public String formatName() {
            return "memory";
        }

        @Override
        public int width() {
            return events.width();
        }

        @Override
        public int height() {
            return events.height();
        }

        @Override
        public Optional<EventStream> next() {
            int end = Math.min(events.size(), at + packet);
            Optional<EventStream> next = at == end ? Optional.empty() : Optional.of(events.slice(at, end));
            at = end;
            return next;
        }

        @Override
        public void close() {}
    }
}
