package org.spike4j.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;

class EventStreamTest {
    @Test
    void columnsBecomeEvents() {
        EventStream events = EventStream.ofColumns(
                5, 4, 2, new long[] {7, 8, 9}, new short[] {4, 0, 99}, new short[] {0, 3, 99}, new byte[] {1, 0, 9});

        EventAssertions.assertSame(
                events,
                EventStream.builder(5, 4).add(7, 4, 0, 1).add(8, 0, 3, 0).build());
    }

    @Test
    void columnsWithAnEventOutsideTheSensorAreRefused() {
        assertThatThrownBy(() ->
                        EventStream.ofColumns(5, 4, 1, new long[1], new short[] {5}, new short[] {0}, new byte[] {0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(5, 0)");
        assertThatThrownBy(() ->
                        EventStream.ofColumns(5, 4, 1, new long[1], new short[] {1}, new short[] {0}, new byte[] {2}))
                .hasMessageContaining("polarity");
        assertThatThrownBy(() -> EventStream.ofColumns(5, 4, 2, new long[2], new short[2], new short[1], new byte[2]))
                .hasMessageContaining("columns must hold 2 events");
    }

    @Test
    void slicesJoinToTheWhole() {
        EventStream events = RandomEvents.ordered(3, 100, 9, 8, 0, 4);
        List<EventStream> parts = List.of(events.slice(0, 0), events.slice(0, 33), events.slice(33, 100));

        EventAssertions.assertSame(EventStream.concat(parts), events);
    }

    @Test
    void streamsOfDifferentSensorsDoNotJoin() {
        List<EventStream> parts =
                List.of(RandomEvents.ordered(3, 1, 9, 8, 0, 4), RandomEvents.ordered(3, 1, 8, 9, 0, 4));

        assertThatThrownBy(() -> EventStream.concat(parts)).hasMessageContaining("9x8 and 8x9");
        assertThatThrownBy(() -> EventStream.concat(List.of())).hasMessageContaining("at least one");
    }

    @Test
    void builderGrowsPastItsFirstCapacity() {
        EventStreamBuilder builder = EventStream.builder(10, 10);
        for (int i = 0; i < 5000; i++) {
            builder.add(i, i % 10, i / 10 % 10, i & 1);
        }
        EventStream events = builder.build();

        assertThat(events.size()).isEqualTo(5000);
        assertThat(events.t(4999)).isEqualTo(4999);
        assertThat(events.y(4987)).isEqualTo(8);
    }
}
