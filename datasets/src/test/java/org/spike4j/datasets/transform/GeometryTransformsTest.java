package org.spike4j.datasets.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

class GeometryTransformsTest {
    /** On a sensor of 6x4. */
    private static final EventStream EVENTS = EventStream.builder(6, 4)
            .add(10, 0, 0, 1)
            .add(12, 5, 1, 0)
            .add(19, 2, 3, 1)
            .build();

    static List<EventTransform> ownInverses() {
        return List.of(
                FlipHorizontal.always(),
                FlipVertical.always(),
                FlipPolarity.always(),
                ReverseTime.always(),
                new Transpose(),
                new QuarterTurns(2));
    }

    private static EventStream apply(EventTransform transform, EventStream events) {
        return transform.apply(events, new SplittableRandom(3));
    }

    @ParameterizedTest
    @MethodSource("ownInverses")
    void twiceIsTheIdentity(EventTransform transform) {
        EventStream events = RandomEvents.ordered(1, 500, 13, 8, 1_000, 7);
        EventAssertions.assertSame(apply(transform.andThen(transform), events), events);
    }

    @Test
    void aQuarterTurnAndThreeAreTheIdentity() {
        EventAssertions.assertSame(apply(new QuarterTurns(1).andThen(new QuarterTurns(3)), EVENTS), EVENTS);
        EventAssertions.assertSame(apply(new QuarterTurns(-1), EVENTS), apply(new QuarterTurns(7), EVENTS));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 12", "-4, 7"})
    void quarterTurnsOfASquareEqualRotations(int turns, int seed) {
        EventStream events = RandomEvents.ordered(seed, 500, 16, 16, 0, 3);
        EventAssertions.assertSame(
                apply(new QuarterTurns(turns), events), apply(Rotation.by(90 * (turns % 4)), events));
    }

    @Test
    void eventsMoveAsDocumented() {
        assertEvents(FlipHorizontal.always(), 6, 4, new int[][] {{10, 5, 0, 1}, {12, 0, 1, 0}, {19, 3, 3, 1}});
        assertEvents(FlipVertical.always(), 6, 4, new int[][] {{10, 0, 3, 1}, {12, 5, 2, 0}, {19, 2, 0, 1}});
        assertEvents(FlipPolarity.always(), 6, 4, new int[][] {{10, 0, 0, 0}, {12, 5, 1, 1}, {19, 2, 3, 0}});
        assertEvents(ReverseTime.always(), 6, 4, new int[][] {{10, 2, 3, 0}, {17, 5, 1, 1}, {19, 0, 0, 0}});
        assertEvents(new MergePolarities(0), 6, 4, new int[][] {{10, 0, 0, 0}, {12, 5, 1, 0}, {19, 2, 3, 0}});
        assertEvents(new Transpose(), 4, 6, new int[][] {{10, 0, 0, 1}, {12, 1, 5, 0}, {19, 3, 2, 1}});
        assertEvents(new QuarterTurns(1), 4, 6, new int[][] {{10, 3, 0, 1}, {12, 2, 5, 0}, {19, 0, 2, 1}});
        assertEvents(new Crop(1, 1, 5, 3), 5, 3, new int[][] {{12, 4, 0, 0}, {19, 1, 2, 1}});
        assertEvents(new CenterCrop(3, 4), 3, 4, new int[][] {{19, 1, 3, 1}});
        assertEvents(new Resize(3, 2), 3, 2, new int[][] {{10, 0, 0, 1}, {12, 2, 0, 0}, {19, 1, 1, 1}});
        assertEvents(new Resize(9, 4), 9, 4, new int[][] {{10, 0, 0, 1}, {12, 7, 1, 0}, {19, 3, 3, 1}});
    }

    /** About (2.5, 1.5) by 45 degrees: (2, 3) is (-0.5, 1.5) off, which turns to (-1.41, 0.71), so to (1.09, 2.21). */
    @Test
    void rotationTurnsClockwiseAboutTheCentre() {
        assertEvents(Rotation.by(45), 6, 4, new int[][] {{10, 2, -1, 1}, {12, 5, 3, 0}, {19, 1, 2, 1}});
    }

    @Test
    void randomCropsReachEveryPlace() {
        EventStream events = EventStream.builder(6, 4).add(0, 3, 2, 1).build();
        Set<Integer> places = new HashSet<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 300; k++) {
            EventStream changed = new RandomCrop(5, 3).apply(events, random);
            places.add((3 - changed.x(0)) * 10 + 2 - changed.y(0));
        }
        assertThat(places).containsExactlyInAnyOrder(0, 1, 10, 11);
    }

    /** A share of n draws lies within four standard deviations, sqrt(p (1 - p) / n), of p. */
    @Test
    void flipsHappenAsOftenAsTheirProbabilitySays() {
        SplittableRandom random = new SplittableRandom(2);
        int flipped = 0;
        for (int k = 0; k < 10_000; k++) {
            flipped += new FlipHorizontal(0.3).apply(EVENTS, random).x(0) == 5 ? 1 : 0;
        }
        assertThat(flipped).isBetween(3_000 - 184, 3_000 + 184);
        assertThat(new FlipVertical(0).apply(EVENTS, random)).isSameAs(EVENTS);
    }

    @Test
    void choicesComeEquallyOften() {
        SplittableRandom random = new SplittableRandom(2);
        OneOf choice = OneOf.of(Chain.of(), new Transpose(), new Resize(1, 1));
        int[] widths = new int[7];
        for (int k = 0; k < 9_000; k++) {
            widths[choice.apply(EVENTS, random).width()]++;
        }
        for (int width : new int[] {1, 4, 6}) {
            assertThat(widths[width]).isBetween(3_000 - 179, 3_000 + 179);
        }
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> new FlipHorizontal(Double.NaN)).hasMessageContaining("probability must be 0 to 1");
        assertThatThrownBy(() -> new Crop(-1, 0, 1, 1)).hasMessageContaining("left must be >= 0");
        assertThatThrownBy(() -> new Resize(0, 1)).hasMessageContaining("width must be >= 1");
        assertThatThrownBy(() -> apply(new Resize(40_000, 1), EVENTS)).hasMessageContaining("32767");
        assertThatThrownBy(() -> apply(new Crop(2, 0, 5, 1), EVENTS)).hasMessageContaining("sensor of 6x4");
        assertThatThrownBy(() -> apply(new CenterCrop(7, 1), EVENTS)).hasMessageContaining("crop less");
        assertThatThrownBy(() -> apply(new RandomCrop(1, 5), EVENTS)).hasMessageContaining("crop less");
        assertThatThrownBy(() -> new Rotation(10, -10)).hasMessageContaining("10.0 to -10.0");
        assertThatThrownBy(() -> new MergePolarities(2)).hasMessageContaining("polarity must be 0 or 1");
        assertThatThrownBy(() -> new OneOf(List.of())).hasMessageContaining("at least one transform");
    }

    /** Rows are (t, x, y, polarity); one with a coordinate below 0 is to be dropped. */
    private static void assertEvents(EventTransform transform, int width, int height, int[][] expected) {
        var builder = EventStream.builder(width, height);
        for (int[] event : expected) {
            if (event[1] >= 0 && event[2] >= 0) {
                builder.add(event[0], event[1], event[2], event[3]);
            }
        }
        EventAssertions.assertSame(apply(transform, EVENTS), builder.build());
    }
}
