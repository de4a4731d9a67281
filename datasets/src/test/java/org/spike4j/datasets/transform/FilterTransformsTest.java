package org.spike4j.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

class FilterTransformsTest {
    /** Times of the events that stay. */
    private static long[] times(EventTransform transform, EventStream events) {
        EventStream changed = transform.apply(events, new SplittableRandom(0));
        return IntStream.range(0, changed.size()).mapToLong(changed::t).toArray();
    }

    @Test
    void refractoryPeriodsStartWithTheEventsThatStay() {
        EventStream events = EventStream.builder(2, 1)
                .add(0, 0, 0, 1)
                .add(6, 0, 0, 0)
                .add(7, 1, 0, 1)
                .add(10, 0, 0, 1)
                .add(11, 0, 0, 1)
                .add(22, 0, 0, 1)
                .build();

        assertThat(times(RefractoryFilter.of(10), events)).containsExactly(0, 7, 11, 22);
        assertThat(times(new RefractoryFilter(10, true), events)).containsExactly(0, 7, 22);
        assertThat(times(RefractoryFilter.of(0), events)).containsExactly(0, 6, 7, 10, 11, 22);
    }

    @Test
    void isolatedEventsAreBackground() {
        EventStream events = EventStream.builder(5, 4)
                .add(0, 0, 0, 1) // nothing before
                .add(5, 1, 1, 0) // (0, 0) 5 before
                .add(8, 1, 1, 1) // its own pixel counts for nothing, but (0, 0) 8 before does
                .add(10, 0, 0, 1) // (1, 1) 2 before
                .add(12, 4, 3, 1) // alone
                .add(13, 4, 3, 1) // alone, its own pixel only
                .add(18, 2, 2, 0) // (1, 1) 10 before is not younger than 10
                .add(19, 1, 2, 0) // (2, 2) 1 before
                .build();

        assertThat(times(BackgroundActivityFilter.of(10), events)).containsExactly(5, 8, 10, 19);
        assertThat(times(new BackgroundActivityFilter(12, 2), events)).containsExactly(19);
    }

    @ParameterizedTest
    @CsvSource({"1, 40, 1", "2, 200, 3", "3, 900, 5"})
    void backgroundFilterEqualsItsFormula(long seed, long micros, int support) {
        EventStream events = RandomEvents.ordered(seed, 700, 7, 5, 100, 9);
        long[] expected = IntStream.range(0, events.size())
                .filter(i -> neighbours(events, i, micros) >= support)
                .mapToLong(events::t)
                .toArray();
        assertThat(expected).isNotEmpty();
        assertThat(times(new BackgroundActivityFilter(micros, support), events)).isEqualTo(expected);
    }

    private static long neighbours(EventStream events, int i, long micros) {
        return IntStream.range(0, i)
                .filter(j -> Math.abs(events.x(j) - events.x(i)) <= 1 && Math.abs(events.y(j) - events.y(i)) <= 1)
                .filter(j -> events.t(i) - events.t(j) < micros)
                .map(j -> events.y(j) * 7 + events.x(j))
                .filter(pixel -> pixel != events.y(i) * 7 + events.x(i))
                .distinct()
                .count();
    }

    /** In 2 ms, 1500 Hz allow three events. */
    @Test
    void hotPixelsAreThoseAboveTheRate() {
        EventStream events = EventStream.builder(3, 1)
                .add(0, 0, 0, 1)
                .add(1, 0, 0, 0)
                .add(2, 0, 0, 1)
                .add(3, 0, 0, 0)
                .add(4, 1, 0, 1)
                .add(5, 1, 0, 1)
                .add(2_000, 1, 0, 1)
                .build();

        assertThat(times(new HotPixelFilter(1_500), events)).containsExactly(4, 5, 2_000);
        assertThat(times(new HotPixelFilter(2_000), events)).hasSize(7);
        assertThat(times(new HotPixelFilter(1), events.slice(0, 1))).containsExactly(0);
    }

    @Test
    void everyThirdEventOfAPixelStays() {
        EventStream events = EventStream.builder(2, 1)
                .add(0, 0, 0, 1)
                .add(1, 1, 0, 0)
                .add(2, 0, 0, 0)
                .add(3, 0, 0, 1)
                .add(4, 1, 0, 1)
                .add(5, 1, 0, 1)
                .add(6, 0, 0, 1)
                .build();

        assertThat(times(new Decimation(3), events)).containsExactly(3, 5);
        assertThat(times(new Decimation(1), events)).hasSize(7);
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> RefractoryFilter.of(-1)).hasMessageContaining("micros must be >= 0");
        assertThatThrownBy(() -> BackgroundActivityFilter.of(0)).hasMessageContaining("micros must be >= 1");
        assertThatThrownBy(() -> new BackgroundActivityFilter(1, 9)).hasMessageContaining("support must be 1 to 8");
        assertThatThrownBy(() -> new HotPixelFilter(0)).hasMessageContaining("hertz must be > 0");
        assertThatThrownBy(() -> new Decimation(0)).hasMessageContaining("n must be >= 1");
    }
}
