package org.spike4j.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import org.spike4j.datasets.event.EventStream;

/** Comparison of recordings. */
public final class EventAssertions {
    private EventAssertions() {}

    /** Same sensor and the same events in the same order. */
    public static void assertSame(EventStream actual, EventStream expected) {
        assertThat(actual.width()).isEqualTo(expected.width());
        assertThat(actual.height()).isEqualTo(expected.height());
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            boolean same = actual.t(i) == expected.t(i)
                    && actual.x(i) == expected.x(i)
                    && actual.y(i) == expected.y(i)
                    && actual.polarity(i) == expected.polarity(i);
            assertThat(same).as("event %d", i).isTrue();
        }
    }
}
