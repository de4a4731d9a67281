package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

class PackedEventsTest {
    @ParameterizedTest
    @CsvSource({
        "1, 0, 128, 128",
        "2, 1, 128, 128",
        "3, 1001, 128, 128",
        "4, 777, 1, 1",
        "5, 777, 34, 34",
        "6, 777, 1280, 720",
        "7, 777, 32767, 32767"
    })
    void whatIsPackedComesOutAgain(long seed, int size, int width, int height) {
        EventStream ordered = RandomEvents.ordered(seed, size, width, height, 1L << 45, 20_000);
        EventStream unordered = RandomEvents.unordered(seed, size, width, height, 1_000_000_000);

        EventAssertions.assertSame(PackedEvents.of(ordered).unpack(), ordered);
        EventAssertions.assertSame(PackedEvents.of(unordered).unpack(), unordered);
    }

    @Test
    void extremeTimesComeOutAgain() {
        EventStream events = EventStream.builder(3, 2)
                .add(Long.MIN_VALUE, 0, 0, 0)
                .add(Long.MAX_VALUE, 2, 1, 1)
                .add(-1, 1, 1, 0)
                .build();
        EventAssertions.assertSame(PackedEvents.of(events).unpack(), events);
    }

    @Test
    void denseEventsOfASmallSensorTakeThreeBytes() {
        EventStream events = RandomEvents.ordered(1, 10_000, 128, 128, 0, 63);
        assertThat(PackedEvents.of(events).bytes()).isBetween(30_000L, 30_100L);
    }

    @Test
    void cacheStaysWithinItsBoundAndDropsWhatWasNotUsedForLongest() {
        PackedEvents sample = PackedEvents.of(RandomEvents.ordered(1, 1_000, 128, 128, 0, 63));
        SampleCache<Integer> cache = new SampleCache<>(3 * sample.bytes() + 10);
        cache.put(1, sample);
        cache.put(2, sample);
        cache.put(3, sample);
        cache.put(3, sample);
        assertThat(cache.get(1)).isSameAs(sample);
        cache.put(4, sample);

        assertThat(cache.get(2)).isNull();
        assertThat(cache.get(1)).isSameAs(sample);
        assertThat(cache.bytes()).isEqualTo(3 * sample.bytes());
        SampleCache<Integer> none = new SampleCache<>(0);
        none.put(1, sample);
        assertThat(none.get(1)).isNull();
    }
}
