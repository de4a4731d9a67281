package org.spike4j.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

class AugmentationTransformsTest {
    @Test
    void rolledPicturesWrapAround() {
        EventStream events =
                EventStream.builder(10, 6).add(0, 0, 0, 1).add(1, 9, 5, 0).build();
        SplittableRandom random = new SplittableRandom(1);
        Set<Integer> shifts = new HashSet<>();
        for (int k = 0; k < 500; k++) {
            EventStream changed = new Roll(0.2, 0.2).apply(events, random);
            int dx = (changed.x(0) + 2) % 10 - 2;
            int dy = (changed.y(0) + 1) % 6 - 1;
            assertThat(changed.x(1)).isEqualTo((9 + dx + 10) % 10);
            assertThat(changed.y(1)).isEqualTo((5 + dy + 6) % 6);
            shifts.add(10 * dx + dy);
        }
        assertThat(shifts).as("5 x 3 shifts").hasSize(15).contains(-21, 21, 0);
    }

    /** The middle row of five stays; a row k below it moves by tan a k, the same way for all columns. */
    @Test
    void shearedRowsSlideAboutTheMiddleOne() {
        var builder = EventStream.builder(41, 5);
        for (int y = 0; y < 5; y++) {
            builder.add(y, 20, y, 1);
        }
        EventStream events = builder.build();
        SplittableRandom random = new SplittableRandom(1);
        boolean slid = false;
        for (int k = 0; k < 20; k++) {
            EventStream changed = new Shear(60).apply(events, random);
            assertThat(changed.x(2)).isEqualTo(20);
            int slide = changed.x(4) - 20;
            slid |= slide != 0;
            assertThat(Math.abs(slide)).isLessThanOrEqualTo(4);
            assertThat(changed.x(3) - 20).isBetween((slide - 1) / 2 - 1, (slide + 1) / 2 + 1);
            assertThat(changed.x(0) - 20).isBetween(-slide - 1, -slide + 1);
            for (int y = 0; y < 5; y++) {
                assertThat(changed.y(y)).isEqualTo(y);
            }
        }
        assertThat(slid).isTrue();
    }

    @Test
    void cutOutsDropARectangleThatMayLieOnTheBorder() {
        var builder = EventStream.builder(20, 10);
        for (int i = 0; i < 200; i++) {
            builder.add(i, i % 20, i / 20, 1);
        }
        EventStream events = builder.build();
        SplittableRandom random = new SplittableRandom(1);
        Set<Integer> dropped = new HashSet<>();
        for (int k = 0; k < 500; k++) {
            dropped.add(200 - new CutOut(0.4).apply(events, random).size());
        }
        assertThat(dropped).contains(8 * 4, 4 * 4, 4 * 2).allMatch(count -> count <= 32);
        assertThat(new CutOut(0).apply(events, random)).isSameAs(events);
    }

    @Test
    void ndaKeepsMostOfTheEvents() {
        EventStream events = RandomEvents.ordered(1, 5_000, 48, 48, 0, 3);
        SplittableRandom random = new SplittableRandom(1);
        int whole = 0;
        for (int k = 0; k < 400; k++) {
            EventStream changed = new Nda(1).apply(events, random);
            assertThat(changed.size()).isGreaterThan(4_000);
            whole += changed.size() == 5_000 ? 1 : 0;
        }
        assertThat(whole).as("rolls, a quarter, and very small angles").isBetween(65, 150);
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> new Roll(0, 2)).hasMessageContaining("shareY must be 0 to 1");
        assertThatThrownBy(() -> new Shear(90)).hasMessageContaining("degrees must be 0 to 80");
        assertThatThrownBy(() -> new CutOut(-1)).hasMessageContaining("share must be 0 to 1");
        assertThatThrownBy(() -> new Nda(0)).hasMessageContaining("intensity must be 1 to 5");
    }
}
