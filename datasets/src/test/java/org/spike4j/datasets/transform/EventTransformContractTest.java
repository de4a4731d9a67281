package org.spike4j.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

/** What every transform promises. That no event lies off the sensor is checked wherever a stream is made of columns. */
class EventTransformContractTest {
    private static final int SEEDS = 8;

    static List<EventTransform> transforms() {
        return EveryTransform.list();
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void theSameSeedGivesTheSameEvents(EventTransform transform) {
        EventStream events = recording(1);
        for (long seed = 0; seed < SEEDS; seed++) {
            EventAssertions.assertSame(apply(transform, events, seed), apply(transform, events, seed));
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void orderOfTimeIsKept(EventTransform transform) {
        for (long seed = 0; seed < SEEDS; seed++) {
            EventStream changed = apply(transform, recording(seed), seed);
            for (int i = 1; i < changed.size(); i++) {
                assertThat(changed.t(i)).isGreaterThanOrEqualTo(changed.t(i - 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void theGivenEventsStayAsTheyAre(EventTransform transform) {
        EventStream events = recording(2);
        apply(transform, events, 5);
        EventAssertions.assertSame(events, recording(2));
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void aViewIsTreatedLikeAStreamOfItsOwn(EventTransform transform) {
        EventStream view = recording(3).slice(100, 700);
        EventStream own = EventStream.concat(List.of(view));
        for (long seed = 0; seed < SEEDS; seed++) {
            EventAssertions.assertSame(apply(transform, view, seed), apply(transform, own, seed));
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void noEventsGiveNoEvents(EventTransform transform) {
        EventStream none = EventStream.builder(24, 18).build();
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(apply(transform, none, seed).size()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void oneEventIsEnough(EventTransform transform) {
        EventStream one = EventStream.builder(24, 18).add(77, 12, 9, 1).build();
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(apply(transform, one, seed).size()).isLessThanOrEqualTo(one.size() + EveryTransform.ADDED);
        }
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void somethingChangesForSomeSeed(EventTransform transform) {
        EventStream events = recording(4);
        boolean changed = false;
        for (long seed = 0; seed < SEEDS; seed++) {
            changed |= differs(apply(transform, events, seed), events);
        }
        assertThat(changed).isTrue();
    }

    @ParameterizedTest
    @MethodSource("transforms")
    void eventsInNoOrderAreTaken(EventTransform transform) {
        EventStream events = RandomEvents.unordered(5, 500, 24, 18, 4_000);
        assertThat(apply(transform, events, 1).size()).isLessThanOrEqualTo(events.size() + EveryTransform.ADDED);
    }

    @Test
    void chainsAreFlatAndWorkInOrder() {
        EventTransform chain = new Crop(0, 0, 24, 10).andThen(new Transpose()).andThen(FlipHorizontal.always());
        assertThat(chain).isEqualTo(Chain.of(new Crop(0, 0, 24, 10), new Transpose(), FlipHorizontal.always()));

        EventStream events =
                EventStream.builder(24, 18).add(0, 20, 3, 1).add(1, 5, 15, 0).build();
        EventAssertions.assertSame(
                apply(chain, events, 0),
                EventStream.builder(10, 24).add(0, 6, 20, 1).build());
        EventAssertions.assertSame(apply(Chain.of(), events, 0), events);
    }

    private static EventStream recording(long seed) {
        return RandomEvents.ordered(seed, 1_000, 24, 18, 5_000, 9);
    }

    private static EventStream apply(EventTransform transform, EventStream events, long seed) {
        return transform.apply(events, new SplittableRandom(seed));
    }

    private static boolean differs(EventStream a, EventStream b) {
        if (a.size() != b.size() || a.width() != b.width() || a.height() != b.height()) {
            return true;
        }
        for (int i = 0; i < a.size(); i++) {
            if (a.t(i) != b.t(i) || a.x(i) != b.x(i) || a.y(i) != b.y(i) || a.polarity(i) != b.polarity(i)) {
                return true;
            }
        }
        return false;
    }
}
