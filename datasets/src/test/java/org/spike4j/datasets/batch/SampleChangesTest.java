package org.spike4j.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

class SampleChangesTest {
    @Test
    void countsBecomeWhatTheTransformSays() {
        float[] counts = {0, 1, 2, 300};
        float[] binary = counts.clone();
        float[] log = counts.clone();
        float[] plain = counts.clone();
        CountTransform.BINARY.apply(binary);
        CountTransform.LOG1P.apply(log);
        CountTransform.COUNTS.apply(plain);
        float[] signed = {-3, -0.5f};
        float[] signedLog = signed.clone();
        CountTransform.BINARY.apply(signed);
        CountTransform.LOG1P.apply(signedLog);

        assertThat(plain).containsExactly(counts);
        assertThat(binary).containsExactly(0, 1, 1, 1);
        assertThat(signed).containsExactly(-1, -0.5f);
        assertThat(signedLog).containsExactly(new float[] {-1.386294f, -0.405465f}, within(1e-5f));
        assertThat(log).containsExactly(new float[] {0, 0.693147f, 1.098612f, 5.707110f}, within(1e-5f));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shiftMovesAllEventsAlikeAndDropsThoseThatLeave(long seed) {
        EventStream events = EventStream.builder(128, 128)
                .add(0, 64, 64, 1)
                .add(1, 0, 64, 0)
                .add(2, 127, 64, 1)
                .add(3, 70, 60, 0)
                .build();
        Augmentation changes = new Augmentation(5, 3, 0, seed);
        Set<Integer> shifts = new HashSet<>();
        for (int sample = 0; sample < 300; sample++) {
            EventStream changed = changes.apply(events, 4, sample);
            int dx = changed.x(0) - 64;
            int dy = changed.y(0) - 64;
            shifts.add(dx);
            assertThat(dx).isBetween(-5, 5);
            assertThat(dy).isBetween(-3, 3);
            assertThat(changed.size()).isEqualTo(dx == 0 ? 4 : 3);
            int last = changed.size() - 1;
            assertThat(changed.x(last)).isEqualTo(70 + dx);
            assertThat(changed.y(last)).isEqualTo(60 + dy);
            EventAssertions.assertSame(changes.apply(events, 4, sample), changed);
        }
        assertThat(shifts).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void trimCutsAtMostItsShareOffEitherEnd(long seed) {
        EventStream events = RandomEvents.ordered(seed, 5_000, 16, 16, 1_000, 40);
        long first = events.t(0);
        long duration = events.t(events.size() - 1) - first;
        Augmentation changes = new Augmentation(0, 0, 0.2, seed);
        Set<Integer> sizes = new HashSet<>();
        for (int sample = 0; sample < 50; sample++) {
            EventStream changed = changes.apply(events, 0, sample);
            sizes.add(changed.size());
            assertThat(changed.t(0) - first).isBetween(0L, duration / 5 + 41);
            assertThat(changed.t(changed.size() - 1) - first).isBetween(duration * 4 / 5 - 41, duration);
        }
        assertThat(sizes).hasSizeGreaterThan(40);
    }

    @Test
    void nothingToChangeChangesNothing() {
        EventStream events = RandomEvents.ordered(1, 100, 16, 16, 0, 40);
        EventAssertions.assertSame(new Augmentation(0, 0, 0, 1).apply(events, 1, 2), events);
        EventStream none = EventStream.builder(4, 4).build();
        assertThat(new Augmentation(2, 2, 0.1, 1).apply(none, 0, 0).size()).isZero();
        assertThatThrownBy(() -> new Augmentation(-1, 0, 0, 0)).hasMessageContaining("shifts");
        assertThatThrownBy(() -> new Augmentation(1, 0, Double.NaN, 0)).hasMessageContaining("maxTrim");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 101})
    void ordersArePermutationsThatDifferBySeedAndEpoch(int count) {
        int[] plain = IntStream.range(0, count).toArray();
        assertThat(EpochOrder.of(OptionalLong.empty(), 7, count)).containsExactly(plain);
        Set<String> orders = new HashSet<>();
        for (int epoch = 0; epoch < 10; epoch++) {
            for (long seed = 0; seed < 10; seed++) {
                int[] order = EpochOrder.of(OptionalLong.of(seed), epoch, count);
                assertThat(order).containsExactlyInAnyOrder(plain);
                orders.add(Arrays.toString(order));
            }
        }
        assertThat(orders).hasSize(count > 100 ? 100 : Math.max(1, count));
    }
}
