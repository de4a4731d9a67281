package org.spike4j.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.sets.EventSample;
import org.spike4j.datasets.transform.mixing.MixUp;

class EventDataSetIteratorTest {
    private static final FrameBinning WHOLE = new FrameBinning(EventSlicing.byTime(1), 8, 8);

    @ParameterizedTest
    @CsvSource({"5, 3, 7", "1, 1, 1", "4, 2, 3"})
    void featuresAreATimeMajorViewOfWhatBinningGives(int slices, int width, int height) {
        FrameBinning binning = new FrameBinning(EventSlicing.byTime(slices), width, height);
        List<EventSample> samples = new ArrayList<>();
        List<EventStream> events = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            EventStream stream = RandomEvents.ordered(i, 300, 13, 11, 0, 9);
            events.add(stream);
            samples.add(new EventSample("r" + i, i, "g", () -> stream));
        }
        try (EventDataSetIterator iterator =
                new EventDataSetIterator(samples, ToySamples.classNames(), EventBatching.of(3, binning))) {
            DataSet batch = iterator.next();

            INDArray features = batch.getFeatures();
            assertThat(features.shape()).containsExactly(3, 2, slices, height, width);
            INDArray memory = features.permute(2, 0, 1, 3, 4);
            assertThat(memory.ordering()).isEqualTo('c');
            assertThat(memory.stride())
                    .containsExactly(
                            3L * 2 * height * width, 2L * height * width, (long) height * width, (long) width, 1L);
            for (int n = 0; n < 3; n++) {
                float[] wanted = binning.bin(events.get(n));
                for (int t = 0; t < slices; t++) {
                    for (int k = 0; k < binning.frameSize(); k++) {
                        int plane = width * height;
                        double found = features.getDouble(n, k / plane, t, k % plane / width, k % width);
                        assertThat(found).isEqualTo(wanted[t * binning.frameSize() + k]);
                    }
                }
            }
            assertThat(batch.getLabels().toFloatMatrix())
                    .isDeepEqualTo(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        }
    }

    @ParameterizedTest
    @CsvSource({"10, 4", "12, 4", "3, 5", "1, 1"})
    void everySampleComesOncePerEpochInAnotherOrderEach(int samples, int batchSize) {
        try (EventDataSetIterator iterator =
                toy(samples, EventBatching.of(batchSize, WHOLE).withShuffle(3))) {
            List<List<Integer>> epochs = new ArrayList<>();
            for (int epoch = 0; epoch < 4; epoch++) {
                assertThat(iterator.epoch()).isEqualTo(epoch);
                List<Integer> order = epoch(iterator, batchSize);
                assertThat(order).containsExactlyInAnyOrderElementsOf(numbers(samples));
                epochs.add(order);
                iterator.reset();
            }
            if (samples > 3) {
                assertThat(epochs).doesNotHaveDuplicates().doesNotContain(numbers(samples));
            }
        }
    }

    @Test
    void withoutShuffleTheOrderIsThatOfTheDataSetAndLabelsBelongToTheirSamples() {
        try (EventDataSetIterator iterator = toy(7, EventBatching.of(3, WHOLE))) {
            assertThat(epoch(iterator, 3)).isEqualTo(numbers(7));
            iterator.reset();
            assertThat(epoch(iterator, 3)).isEqualTo(numbers(7));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void batchesDoNotDependOnThreads(long seed) {
        FrameBinning binning = new FrameBinning(EventSlicing.byTime(4), 9, 9);
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            EventStream stream = RandomEvents.ordered(i, 50 + 100 * (i % 5), 18, 18, 0, 9);
            samples.add(new EventSample("r" + i, i % 3, "g", () -> stream));
        }
        EventBatching settings = EventBatching.of(4, binning)
                .withShuffle(seed)
                .withTransform(CountTransform.LOG1P)
                .withAugmentation(new Augmentation(3, 2, 0.1, seed))
                .withMixing(new SampleMixing<>(new MixUp(1), 0.5, seed));
        try (EventDataSetIterator one = iterator(samples, settings);
                EventDataSetIterator three = iterator(samples, settings.withBackground(3, 5));
                EventDataSetIterator resumed = iterator(samples, settings.withBackground(2, 1))) {
            for (int epoch = 0; epoch < 3; epoch++) {
                while (one.hasNext()) {
                    assertThat(three.next()).isEqualTo(one.next());
                }
                assertThat(three.hasNext()).isFalse();
                one.reset();
                three.reset();
            }
            one.setEpoch(2);
            resumed.setEpoch(2);
            while (one.hasNext()) {
                assertThat(resumed.next()).isEqualTo(one.next());
            }
        }
    }

    @Test
    void resetGoesOnOnlyAfterSomethingWasTaken() {
        try (EventDataSetIterator iterator = toy(5, EventBatching.of(2, WHOLE).withShuffle(1))) {
            iterator.reset();
            iterator.reset();
            assertThat(iterator.epoch()).isZero();
            iterator.next();
            iterator.reset();
            assertThat(iterator.epoch()).isEqualTo(1);
            assertThat(epoch(iterator, 2)).hasSize(5);
            assertThatThrownBy(iterator::next)
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("reset()");
        }
    }

    @Test
    void whatNetworksAskAboutIsAnswered() {
        EventBatching settings = EventBatching.of(2, new FrameBinning(EventSlicing.byTime(5), 4, 3));
        try (EventDataSetIterator iterator = toy(5, settings)) {
            assertThat(iterator.asyncSupported()).isFalse();
            assertThat(iterator.resetSupported()).isTrue();
            assertThat(iterator.batch()).isEqualTo(2);
            assertThat(iterator.batches()).isEqualTo(3);
            assertThat(iterator.samples()).isEqualTo(5);
            assertThat(iterator.totalOutcomes()).isEqualTo(3);
            assertThat(iterator.inputColumns()).isEqualTo(5 * 2 * 4 * 3);
            assertThat(iterator.getLabels()).containsExactly("a", "b", "c");
            assertThat(iterator.next(2).numExamples()).isEqualTo(2);
            assertThatThrownBy(() -> iterator.next(3)).isInstanceOf(UnsupportedOperationException.class);
            iterator.setPreProcessor(batch -> batch.getFeatures().muli(0));
            assertThat(iterator.next().getFeatures().sumNumber().doubleValue()).isZero();
        }
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> EventBatching.of(0, WHOLE)).hasMessageContaining("batchSize");
        assertThatThrownBy(() -> EventBatching.of(1, WHOLE).withBackground(0, 1))
                .hasMessageContaining("threads");
        assertThatThrownBy(() -> new EventDataSetIterator(ToySamples.of(3), List.of("a"), EventBatching.of(1, WHOLE)))
                .hasMessageContaining("toy 1")
                .hasMessageContaining("below the 1 classes");
        FrameBinning large = new FrameBinning(EventSlicing.byTime(1 << 20), 8, 8);
        assertThatThrownBy(() -> toy(1, EventBatching.of(1 << 10, large))).hasMessageContaining("at most 2^31");
    }

    private static EventDataSetIterator toy(int samples, EventBatching settings) {
        return iterator(ToySamples.of(samples), settings);
    }

    private static EventDataSetIterator iterator(List<EventSample> samples, EventBatching settings) {
        return new EventDataSetIterator(samples, ToySamples.classNames(), settings);
    }

    /** The numbers of the samples in the order they come in; checks sizes and labels on the way. */
    private static List<Integer> epoch(EventDataSetIterator iterator, int batchSize) {
        List<Integer> order = new ArrayList<>();
        while (iterator.hasNext()) {
            DataSet batch = iterator.next();
            int size = batch.numExamples();
            assertThat(size).isEqualTo(Math.min(batchSize, iterator.samples() - order.size()));
            for (int n = 0; n < size; n++) {
                int sample = (int) batch.getFeatures().getDouble(n, 1, 0, 0, 0) - 1;
                assertThat(batch.getLabels().getDouble(n, sample % ToySamples.CLASSES))
                        .isEqualTo(1);
                order.add(sample);
            }
        }
        return order;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
