package org.spike4j.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

class DropTransformsTest {
    /** One event per microsecond and pixel, row by row. */
    private static EventStream everyPixel(int width, int height) {
        EventStreamBuilder builder = EventStream.builder(width, height);
        for (int i = 0; i < width * height; i++) {
            builder.add(i, i % width, i / width, i & 1);
        }
        return builder.build();
    }

    private static EventStream apply(EventTransform transform, EventStream events) {
        return transform.apply(events, new SplittableRandom(3));
    }

    /** A share of n draws lies within four standard deviations, sqrt(p (1 - p) / n), of p. */
    @Test
    void droppedEventsAreTheirShare() {
        EventStream events = everyPixel(100, 100);
        assertThat(apply(DropEvents.of(0.2), events).size()).isBetween(8_000 - 160, 8_000 + 160);
        assertThat(apply(DropEvents.of(0), events)).isSameAs(events);
        assertThat(apply(DropEvents.of(1), events).size()).isZero();
    }

    @Test
    void droppedTimeIsOneIntervalOfItsShare() {
        EventStream events = everyPixel(100, 100);
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 50; k++) {
            EventStream changed = DropTime.of(0.3).apply(events, random);
            assertThat(10_000 - changed.size()).isBetween(2_999, 3_001);
            int gaps = changed.t(0) > 0 ? 1 : 0;
            for (int i = 1; i < changed.size(); i++) {
                gaps += changed.t(i) - changed.t(i - 1) > 1 ? 1 : 0;
            }
            assertThat(gaps + (changed.t(changed.size() - 1) < 9_999 ? 1 : 0)).isEqualTo(1);
        }
        assertThat(apply(DropTime.of(1), events).size()).isZero();
    }

    @Test
    void droppedAreaIsOneRectangleOfItsShareOfEachSide() {
        EventStream events = everyPixel(50, 40);
        SplittableRandom random = new SplittableRandom(1);
        Set<Integer> places = new HashSet<>();
        for (int k = 0; k < 200; k++) {
            EventStream changed = DropArea.of(0.9).apply(events, random);
            assertThat(changed.size()).isEqualTo(2_000 - 45 * 36);
            places.add(firstMissing(changed));
        }
        assertThat(places).as("6 x 5 places").hasSize(30).contains(0, 4 * 50 + 5);
        assertThat(apply(DropArea.of(1), events).size()).isZero();
    }

    private static int firstMissing(EventStream events) {
        int i = 0;
        while (i < events.size() && events.t(i) == i) {
            i++;
        }
        return i;
    }

    @Test
    void givenPixelsAreDropped() {
        EventStream changed =
                apply(new DropPixels(Set.of(new Pixel(1, 0), new Pixel(2, 2), new Pixel(0, 3))), everyPixel(3, 4));
        assertThat(changed.size()).isEqualTo(9);
        for (int i = 0; i < 9; i++) {
            assertThat((int) changed.t(i)).isNotIn(1, 8, 9);
        }
    }

    @Test
    void randomPixelsAreDroppedWithAllTheirEvents() {
        EventStream once = everyPixel(100, 100);
        EventStream twice = EventStream.concat(java.util.List.of(once, once));
        EventStream changed = apply(new DropRandomPixels(0.2, 0.2), twice);
        assertThat(changed.size()).isEven();
        assertThat(changed.size() / 2).isBetween(8_000 - 160, 8_000 + 160);
    }

    @Test
    void eventDropChoosesAmongItsFourChanges() {
        EventStream events = everyPixel(40, 50);
        SplittableRandom random = new SplittableRandom(1);
        int untouched = 0;
        Set<Integer> areas = new HashSet<>();
        for (int k = 0; k < 4_000; k++) {
            EventStream changed = new EventDrop().apply(events, random);
            untouched += changed == events ? 1 : 0;
            areas.add(2_000 - changed.size());
        }
        assertThat(untouched).isBetween(1_000 - 110, 1_000 + 110);
        assertThat(areas).as("5 to 25 percent of both sides").contains(2 * 2, 4 * 5, 6 * 7, 8 * 10, 10 * 12);
    }

    @Test
    void eventDropNeverDropsEverything() {
        EventStream one = EventStream.builder(8, 8).add(1, 1, 1, 1).build();
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 200; k++) {
            assertThat(new EventDrop().apply(one, random).size()).isOne();
        }
    }

    @Test
    void badValuesAreNamed() {
        EventStream events = RandomEvents.ordered(1, 5, 3, 3, 0, 3);
        assertThatThrownBy(() -> DropEvents.of(1.1)).hasMessageContaining("within 0 to 1, was 1.1");
        assertThatThrownBy(() -> new DropTime(0.5, 0.4)).hasMessageContaining("0.5 to 0.4");
        assertThatThrownBy(() -> DropArea.of(Double.NaN)).hasMessageContaining("was NaN");
        assertThatThrownBy(() -> new DropRandomPixels(-0.1, 0)).hasMessageContaining("was -0.1");
        assertThatThrownBy(() -> new Pixel(-1, 0)).hasMessageContaining("x must be >= 0");
        assertThatThrownBy(() -> apply(new DropPixels(Set.of(new Pixel(0, 3))), events))
                .hasMessageContaining("sensor of 3x3, one was (0, 3)");
    }
}
