package org.spike4j.datasets.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;
import org.datavec.api.split.NumberedFileInputSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.datasets.datavec.SequenceRecordReaderDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.datasets.batch.TensorBatching;
import org.spike4j.datasets.batch.TensorDataSetIterator;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.datasets.sets.TensorSample;

/** Through the iterators of Deeplearning4j. */
class TensorRecordReaderTest {
    private static final List<String> NAMES = List.of("left", "right", "up");
    private static final int STEPS = 4;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void miniBatchesAreThoseOfTheIteratorOfThisProject(boolean frames) throws IOException {
        TensorDataSet data = data(frames);
        TensorRecordReader reader = new TensorRecordReader();
        reader.initialize(TensorSplit.of(data, Split.TEST));
        DataSetIterator batches = new RecordReaderDataSetIterator(reader, 2, 1, 3);

        for (int epoch = 0; epoch < 2; epoch++) {
            try (TensorDataSetIterator own = new TensorDataSetIterator(data, Split.TEST, TensorBatching.of(2))) {
                while (own.hasNext()) {
                    DataSet wanted = own.next();
                    DataSet found = batches.next();
                    assertThat(found.getFeatures()).isEqualTo(wanted.getFeatures());
                    assertThat(found.getLabels()).isEqualTo(wanted.getLabels());
                }
            }
            assertThat(batches.hasNext()).isFalse();
            batches.reset();
        }
        assertThat(batches.getLabels()).isEqualTo(NAMES);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sequencesHaveARowForEachStep(boolean frames) throws IOException {
        TensorDataSet data = data(frames);
        int row = data.shape().stepSize();
        TensorSequenceRecordReader reader = new TensorSequenceRecordReader();
        reader.initialize(TensorSplit.of(data, Split.TEST));
        DataSet batch = new SequenceRecordReaderDataSetIterator(reader, 5, 3, 1).next();

        assertThat(batch.getFeatures().shape()).containsExactly(5, row, STEPS);
        for (int n = 0; n < 5; n++) {
            float[] wanted = data.samples(Split.TEST).get(n).source().read();
            for (int i = 0; i < wanted.length; i++) {
                assertThat(batch.getFeatures().getFloat(n, i % row, i / row)).isEqualTo(wanted[i]);
            }
            assertThat(batch.getLabels().getFloat(n, n % 3, STEPS - 1)).isEqualTo(1);
        }
        reader.reset();
        assertThat(reader.loadSequenceFromMetaData(reader.nextSequence().getMetaData())
                        .getSequenceRecord())
                .hasSize(STEPS);
    }

    @Test
    void whatCannotWorkIsRefused() {
        TensorRecordReader reader = new TensorRecordReader();

        assertThat(reader.hasNext()).isFalse();
        assertThatThrownBy(reader::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("initialize");
        assertThatThrownBy(() -> reader.initialize(new NumberedFileInputSplit("x%d.npy", 0, 1)))
                .hasMessageContaining("a TensorSplit was wanted, found NumberedFileInputSplit");
        assertThatThrownBy(() -> TensorSplit.of(samples(1), SampleShape.vectors(1, 1), List.of("one")))
                .hasMessageContaining("below the 1 classes");
    }

    /** Samples in the test part alone. */
    private static TensorDataSet data(boolean frames) {
        SampleShape shape = frames ? SampleShape.frames(STEPS, 2, 3, 5) : SampleShape.vectors(STEPS, 7);
        List<TensorSample> samples = samples((int) shape.size());
        return new TensorDataSet() {
            @Override
            public String name() {
                return "series";
            }

            @Override
            public SampleShape shape() {
                return shape;
            }

            @Override
            public List<String> classNames() {
                return NAMES;
            }

            @Override
            public List<TensorSample> samples(Split split) {
                return split == Split.TEST ? samples : List.of();
            }
        };
    }

    private static List<TensorSample> samples(int size) {
        List<TensorSample> samples = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            SplittableRandom random = new SplittableRandom(n);
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextDouble();
            }
            samples.add(new TensorSample("s" + n, n % 3, "g", () -> values));
        }
        return samples;
    }
}
