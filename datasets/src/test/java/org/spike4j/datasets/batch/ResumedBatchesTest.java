package org.spike4j.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.sets.EventSample;

/** Places in an epoch, and epochs with equally many samples of each class. */
class ResumedBatchesTest {
    private static final EventBatching SETTINGS =
            EventBatching.of(4, new FrameBinning(EventSlicing.byTime(2), 8, 8)).withShuffle(7);

    /** Class 0 has 15 samples, class 1 has 6 and class 2 has 2. */
    private static final int[] LABELS =
            IntStream.range(0, 23).map(i -> i < 15 ? 0 : i < 21 ? 1 : 2).toArray();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6})
    void whatFollowsAPlaceIsWhatWouldHaveFollowedThere(int place) {
        for (EventBatching settings : List.of(SETTINGS, SETTINGS.withBalancedClasses(3))) {
            try (EventDataSetIterator whole = iterator(settings.withBackground(1, 1));
                    EventDataSetIterator resumed = iterator(settings.withBackground(3, 5))) {
                whole.setEpoch(2);
                for (int i = 0; i < place; i++) {
                    whole.next();
                }
                resumed.next();
                resumed.setPosition(whole.epoch(), whole.position());

                assertThat(resumed.epoch()).isEqualTo(2);
                assertThat(resumed.position()).isEqualTo(place);
                while (whole.hasNext()) {
                    DataSet wanted = whole.next();
                    DataSet found = resumed.next();
                    assertThat(found.getFeatures()).isEqualTo(wanted.getFeatures());
                    assertThat(found.getLabels()).isEqualTo(wanted.getLabels());
                }
                assertThat(resumed.hasNext()).isFalse();
            }
        }
    }

    @Test
    void resettingAfterAPlaceGoesToTheNextEpoch() {
        try (EventDataSetIterator iterator = iterator(SETTINGS)) {
            iterator.setPosition(4, 2);
            iterator.reset();

            assertThat(iterator.epoch()).isEqualTo(5);
            assertThat(iterator.position()).isZero();
            assertThatThrownBy(() -> iterator.setPosition(0, 7)).hasMessageContaining("0 to 6");
        }
    }

    @Test
    void balancedEpochsHaveEquallyManyOfEachClassAndDifferByEpoch() {
        List<Integer> seenOfClass0 = new ArrayList<>();
        for (int epoch = 0; epoch < 10; epoch++) {
            int[] order = EpochOrder.balanced(5, epoch, LABELS);
            long[] counts = new long[3];
            int[] uses = new int[LABELS.length];
            for (int sample : order) {
                counts[LABELS[sample]]++;
                uses[sample]++;
            }

            assertThat(order).hasSize(23).isEqualTo(EpochOrder.balanced(5, epoch, LABELS));
            assertThat(Arrays.stream(counts).sorted().toArray()).containsExactly(7, 8, 8);
            for (int i = 0; i < uses.length; i++) {
                int members = LABELS[i] == 0 ? 15 : LABELS[i] == 1 ? 6 : 2;
                long drawn = counts[LABELS[i]];
                assertThat(uses[i]).isBetween((int) (drawn / members), (int) ((drawn + members - 1) / members));
                if (LABELS[i] == 0 && uses[i] > 0) {
                    seenOfClass0.add(i);
                }
            }
        }

        assertThat(seenOfClass0.stream().distinct()).hasSize(15);
        assertThat(EpochOrder.balanced(5, 0, LABELS)).isNotEqualTo(EpochOrder.balanced(5, 1, LABELS));
        assertThat(EpochOrder.balanced(5, 0, LABELS)).isNotEqualTo(EpochOrder.balanced(6, 0, LABELS));
    }

    @Test
    void balancedClassesReachTheMiniBatches() {
        try (EventDataSetIterator iterator = iterator(SETTINGS.withBalancedClasses(1))) {
            double[] counts = new double[3];
            while (iterator.hasNext()) {
                double[] batch = iterator.next().getLabels().sum(0).toDoubleVector();
                Arrays.setAll(counts, c -> counts[c] + batch[c]);
            }

            assertThat(Arrays.stream(counts).sorted().toArray()).containsExactly(7, 8, 8);
        }
    }

    private static EventDataSetIterator iterator(EventBatching settings) {
        List<EventSample> samples = IntStream.range(0, LABELS.length)
                .mapToObj(i -> {
                    EventStream events = RandomEvents.ordered(i, 50, 8, 8, 0, 9);
                    return new EventSample("s" + i, LABELS[i], "g", () -> events);
                })
                .toList();
        return new EventDataSetIterator(samples, List.of("a", "b", "c"), settings);
    }
}
