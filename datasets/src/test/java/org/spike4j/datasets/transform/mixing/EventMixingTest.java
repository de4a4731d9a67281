package org.spike4j.datasets.transform.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

class EventMixingTest {
    static List<EventMixing> mixings() {
        return List.of(new MixUp(1), new CutMix(1), new EventMix(1));
    }

    private static MixedEvents mix(EventMixing mixing, EventStream first, EventStream second, long seed) {
        return mixing.mix(first, second, new SplittableRandom(seed));
    }

    /** All of one polarity. */
    private static EventStream of(int polarity, long seed, int size, long start) {
        EventStream events = RandomEvents.ordered(seed, size, 24, 18, start, 9);
        EventStreamBuilder builder = EventStream.builder(24, 18);
        for (int i = 0; i < size; i++) {
            builder.add(events.t(i), events.x(i), events.y(i), polarity);
        }
        return builder.build();
    }

    @ParameterizedTest
    @MethodSource("mixings")
    void mixedEventsComeFromBothInOrderOfTime(EventMixing mixing) {
        EventStream first = of(1, 1, 2_000, 5_000);
        EventStream second = of(0, 2, 2_000, 90_000);
        int both = 0;
        for (long seed = 0; seed < 30; seed++) {
            MixedEvents mixed = mix(mixing, first, second, seed);
            EventStream events = mixed.events();
            int ofFirst = 0;
            for (int i = 0; i < events.size(); i++) {
                ofFirst += events.polarity(i);
                assertThat(events.t(i)).isBetween(i == 0 ? 5_000 : events.t(i - 1), 5_000 + 2_000 * 9L);
            }
            both += ofFirst > 0 && ofFirst < events.size() ? 1 : 0;
            assertThat((double) ofFirst / events.size())
                    .as("uniform events: the label is close to the share of events")
                    .isCloseTo(mixed.firstShare(), offset(0.06));
            EventAssertions.assertSame(mix(mixing, first, second, seed).events(), events);
        }
        assertThat(both).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("mixings")
    void emptyRecordingsAreTaken(EventMixing mixing) {
        EventStream none = EventStream.builder(24, 18).build();
        EventStream some = of(1, 1, 50, 7);
        for (long seed = 0; seed < 10; seed++) {
            assertThat(mix(mixing, none, none, seed).events().size()).isZero();
            assertThat(mix(mixing, some, none, seed).events().size()).isLessThanOrEqualTo(50);
            assertThat(mix(mixing, none, some, seed).events().size()).isLessThanOrEqualTo(50);
        }
        assertThatThrownBy(() -> mix(mixing, some, EventStream.builder(4, 4).build(), 0))
                .hasMessageContaining("24x18 and 4x4");
    }

    /** One event per pixel: what is of the second is a rectangle, and the label is its area. */
    @Test
    void cutMixReplacesARectangleAndCountsItsArea() {
        EventStreamBuilder one = EventStream.builder(24, 18);
        EventStreamBuilder other = EventStream.builder(24, 18);
        for (int i = 0; i < 24 * 18; i++) {
            one.add(10, i % 24, i / 24, 1);
            other.add(20, i % 24, i / 24, 0);
        }
        for (long seed = 0; seed < 30; seed++) {
            MixedEvents mixed = mix(new CutMix(1), one.build(), other.build(), seed);
            boolean[] columns = new boolean[24];
            boolean[] rows = new boolean[18];
            int inside = 0;
            for (int i = 0; i < mixed.events().size(); i++) {
                if (mixed.events().polarity(i) == 0) {
                    columns[mixed.events().x(i)] = true;
                    rows[mixed.events().y(i)] = true;
                    inside++;
                }
            }
            assertThat(mixed.events().size()).isEqualTo(24 * 18);
            assertThat(inside).isEqualTo(Pair.count(columns) * Pair.count(rows));
            assertThat(mixed.firstShare()).isCloseTo(1 - inside / (24.0 * 18), offset(1e-12));
        }
    }

    /** 1 - r2 / (1 - r1 + r2) = (1 - r1) / ((1 - r1) + r2), both terms counted from the result. */
    @Test
    void eventMixLabelsByTheSharesOfEvents() {
        EventStream first = of(1, 3, 300, 0);
        EventStream second = of(0, 4, 100, 0);
        for (long seed = 0; seed < 30; seed++) {
            MixedEvents mixed = mix(new EventMix(1), first, second, seed);
            int ofFirst = 0;
            for (int i = 0; i < mixed.events().size(); i++) {
                ofFirst += mixed.events().polarity(i);
            }
            double outside = ofFirst / 300.0;
            double inside = (mixed.events().size() - ofFirst) / 100.0;
            assertThat(mixed.firstShare()).isCloseTo(outside / (outside + inside), offset(1e-12));
        }
    }

    /**
     * The share of a finer grid inside lies within 0.05 of the wanted one, which the threshold meets on 16^3 points.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 1})
    void masksHoldTheirShareOfTheVolume(double share) {
        for (long seed = 0; seed < 10; seed++) {
            GaussianMask mask = GaussianMask.draw(share, new SplittableRandom(seed));
            double[] columns = mask.along(0, 30);
            double[] rows = mask.along(1, 25);
            double[] times = mask.along(2, 40);
            int inside = 0;
            for (int i = 0; i < 30_000; i++) {
                double value = GaussianMask.value(columns, i % 30, rows, i / 30 % 25, times, i / 750);
                inside += value > mask.threshold() ? 1 : 0;
            }
            assertThat(inside / 30_000.0).isCloseTo(share, offset(0.05));
        }
    }

    /** Mean 1/2 and variance 1 / (4 (2 alpha + 1)); of 40000 draws, with 4 standard deviations of the mean. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 1, 3, 40})
    void betaHasItsMeanAndVariance(double alpha) {
        SplittableRandom random = new SplittableRandom(5);
        int n = 40_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double drawn = new Beta(alpha).draw(random);
            assertThat(drawn).isBetween(0.0, 1.0);
            sum += drawn;
            squares += (drawn - 0.5) * (drawn - 0.5);
        }
        double variance = 1 / (4 * (2 * alpha + 1));
        assertThat(sum / n).isCloseTo(0.5, offset(4 * Math.sqrt(variance / n)));
        assertThat(squares / n).isCloseTo(variance, offset(0.05 * variance));
    }

    @Test
    void badValuesAreNamed() {
        assertThatThrownBy(() -> new MixUp(0)).hasMessageContaining("alpha must be above 0");
        assertThatThrownBy(() -> new CutMix(Double.NaN)).hasMessageContaining("was NaN");
        assertThatThrownBy(() -> new EventMix(-1)).hasMessageContaining("alpha must be above 0");
        assertThatThrownBy(() -> new MixedEvents(EventStream.builder(1, 1).build(), 1.5))
                .hasMessageContaining("firstShare must be 0 to 1");
    }
}
