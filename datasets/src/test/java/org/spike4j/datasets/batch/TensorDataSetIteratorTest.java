package org.spike4j.datasets.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.datasets.sets.TensorSample;
import org.spike4j.datasets.transform.mixing.MixUp;

class TensorDataSetIteratorTest {

    @ParameterizedTest
    @CsvSource({"3, 2, 5, 7", "1, 1, 1, 1", "4, 3, 2, 3"})
    void framesAreATimeMajorViewOfTheSamples(int steps, int channels, int height, int width) {
        SampleShape shape = SampleShape.frames(steps, channels, height, width);
        try (TensorDataSetIterator batches =
                new TensorDataSetIterator(new Toy(shape, 3), Split.TRAIN, TensorBatching.of(3))) {
            DataSet batch = batches.next();

            INDArray features = batch.getFeatures();
            assertThat(features.shape()).containsExactly(3, channels, steps, height, width);
            assertThat(features.permute(2, 0, 1, 3, 4).ordering()).isEqualTo('c');
            assertThat(features.permute(2, 0, 1, 3, 4).stride(0)).isEqualTo(3L * shape.stepSize());
            for (int n = 0; n < 3; n++) {
                assertThat(features.slice(n).permute(1, 0, 2, 3).dup('c').data().asFloat())
                        .containsExactly(Toy.values(shape, n));
            }
            assertThat(batch.getLabels().toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 0}, {0, 1}, {1, 0}});
        }
    }

    @Test
    void vectorsHaveTheRecurrentShapeAndTheMemoryOfTimeSteps() {
        SampleShape shape = SampleShape.vectors(4, 3);
        try (TensorDataSetIterator batches =
                new TensorDataSetIterator(new Toy(shape, 2), Split.TRAIN, TensorBatching.of(2))) {
            INDArray features = batches.next().getFeatures();
            assertThat(features.shape()).containsExactly(2, 3, 4);
            assertThat(features.permute(2, 0, 1).ordering()).isEqualTo('c');
            assertThat(features.getFloat(1, 2, 3)).isEqualTo(Toy.values(shape, 1)[3 * 3 + 2]);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void changesDependOnSeedAndEpochAndNotOnThreads(int threads) {
        List<float[]> alone = epochs(1);
        List<float[]> together = epochs(threads);
        assertThat(together).usingRecursiveComparison().isEqualTo(alone);
        assertThat(alone.get(0)).isNotEqualTo(alone.get(1));
    }

    /** Sample k is k thousands and its places, so the mixed ones tell their partner and their share. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void mixedSamplesHaveMixedLabelsWhateverTheThreads(int threads) {
        SampleShape shape = SampleShape.frames(2, 1, 2, 2);
        TensorBatching settings = TensorBatching.of(4)
                .withMixing(new SampleMixing<>(new MixUp(1), 1, 5))
                .withBackground(threads, 2);
        int between = 0;
        try (TensorDataSetIterator batches = new TensorDataSetIterator(new Toy(shape, 4), Split.TRAIN, settings)) {
            DataSet batch = batches.next();
            for (int n = 0; n < 4; n++) {
                SampleMixing.Draw draw = settings.mixing().get().draw(0, n, 4).get();
                float[] expected = Toy.values(shape, n);
                double share = new MixUp(1).mixInto(expected, Toy.values(shape, draw.partner()), 2, 2, draw.random());
                assertThat(batch.getFeatures().slice(n).dup('c').data().asFloat())
                        .containsExactly(expected);
                double even = (n % 2 == 0 ? share : 0) + (draw.partner() % 2 == 0 ? 1 - share : 0);
                assertThat(batch.getLabels().getDouble(n, 0)).isCloseTo(even, offset(1e-6));
                assertThat(batch.getLabels().getDouble(n, 1)).isCloseTo(1 - even, offset(1e-6));
                between += even > 0.01 && even < 0.99 ? 1 : 0;
            }
        }
        assertThat(between).as("of two classes").isPositive();
    }

    @Test
    void withoutTheirTurnSamplesAreNotMixed() {
        TensorBatching plain = TensorBatching.of(4);
        Toy toy = new Toy(SampleShape.vectors(2, 2), 4);
        try (TensorDataSetIterator some = new TensorDataSetIterator(toy, Split.TRAIN, plain);
                TensorDataSetIterator never = new TensorDataSetIterator(
                        toy, Split.TRAIN, plain.withMixing(new SampleMixing<>(new MixUp(1), 0, 5)))) {
            assertThat(never.next()).isEqualTo(some.next());
        }
    }

    @Test
    void aSampleOfAnotherSizeIsRefusedByName() {
        TensorDataSet wrong = new Toy(SampleShape.vectors(2, 2), 1) {
            @Override
            public List<TensorSample> samples(Split split) {
                return List.of(new TensorSample("clip.mp4", 0, "g", () -> new float[3]));
            }
        };
        try (TensorDataSetIterator batches = new TensorDataSetIterator(wrong, Split.TRAIN, TensorBatching.of(1))) {
            assertThatThrownBy(batches::next).hasRootCauseMessage("clip.mp4 must have 4 numbers [T=2, F=2], had 3");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        TensorDataSet broken = new Toy(SampleShape.vectors(2, 2), 1) {
            @Override
            public List<TensorSample> samples(Split split) {
                return List.of(new TensorSample("clip.mp4", 0, "g", () -> {
                    throw new IOException("clip.mp4: ends in the middle");
                }));
            }
        };
        try (TensorDataSetIterator batches = new TensorDataSetIterator(broken, Split.TRAIN, TensorBatching.of(1))) {
            assertThatThrownBy(batches::next)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("clip.mp4: ends in the middle");
        }
    }

    @Test
    void aLabelWithoutNameIsRefused() {
        TensorDataSet unnamed = new Toy(SampleShape.vectors(2, 2), 1) {
            @Override
            public List<TensorSample> samples(Split split) {
                return List.of(new TensorSample("clip.mp4", 2, "g", () -> new float[4]));
            }
        };
        assertThatThrownBy(() -> new TensorDataSetIterator(unnamed, Split.TRAIN, TensorBatching.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label of clip.mp4 must be below the 2 classes, was 2");
    }

    private static List<float[]> epochs(int threads) {
        TensorBatching settings =
                TensorBatching.of(3).withShuffle(7).withChanges(8).withBackground(threads, 3);
        List<float[]> all = new ArrayList<>();
        try (TensorDataSetIterator batches =
                new TensorDataSetIterator(new Toy(SampleShape.vectors(2, 2), 10), Split.TRAIN, settings)) {
            for (int epoch = 0; epoch < 2; epoch++) {
                while (batches.hasNext()) {
                    all.add(batches.next().getFeatures().dup('c').data().asFloat());
                }
                batches.reset();
            }
        }
        return all;
    }

    private static class Toy implements TensorDataSet {
        private final SampleShape shape;
        private final int count;

        Toy(SampleShape shape, int count) {
            this.shape = shape;
            this.count = count;
        }

        static float[] values(SampleShape shape, int sample) {
            float[] values = new float[(int) shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = 1000 * sample + i;
            }
            return values;
        }

        @Override
        public String name() {
            return "toy";
        }

        @Override
        public SampleShape shape() {
            return shape;
        }

        @Override
        public List<String> classNames() {
            return List.of("even", "odd");
        }

        @Override
        public List<TensorSample> samples(Split split) {
            return IntStream.range(0, count)
                    .mapToObj(i -> new TensorSample("s" + i, i % 2, "g", new Shifted(shape, i)))
                    .toList();
        }
    }

    private record Shifted(SampleShape shape, int sample) implements TensorSample.Source {
        @Override
        public float[] read() {
            return Toy.values(shape, sample);
        }

        @Override
        public float[] readChanged(SplittableRandom random) {
            float[] values = read();
            values[0] += random.nextInt(1000);
            return values;
        }
    }
}
