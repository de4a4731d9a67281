package org.spike4j.datasets.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.datavec.api.records.Record;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.split.FileSplit;
import org.datavec.api.writable.NDArrayWritable;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.datasets.datavec.SequenceRecordReaderDataSetIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.batch.EventBatching;
import org.spike4j.datasets.batch.EventDataSetIterator;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.sets.EventSample;

/** Through the iterators of Deeplearning4j. */
class EventRecordReaderTest {
    private static final List<String> NAMES = List.of("left", "right", "up");
    private static final FrameBinning FRAMES = new FrameBinning(EventSlicing.byTime(4), 8, 6);

    @TempDir
    Path folder;

    @Test
    void miniBatchesAreThoseOfTheIteratorOfThisProject() throws IOException, InterruptedException {
        RecordReader reader = new EventRecordReader(FRAMES);
        reader.initialize(EventSplit.of(samples(), NAMES));
        DataSetIterator batches = new RecordReaderDataSetIterator(reader, 2, 1, 3);

        for (int epoch = 0; epoch < 2; epoch++) {
            try (EventDataSetIterator own = new EventDataSetIterator(samples(), NAMES, EventBatching.of(2, FRAMES))) {
                while (own.hasNext()) {
                    DataSet wanted = own.next();
                    DataSet found = batches.next();
                    assertThat(found.getFeatures().shape()).containsExactly(wanted.numExamples(), 2, 4, 6, 8);
                    assertThat(found.getFeatures()).isEqualTo(wanted.getFeatures());
                    assertThat(found.getLabels()).isEqualTo(wanted.getLabels());
                }
            }
            assertThat(batches.hasNext()).isFalse();
            batches.reset();
        }
        assertThat(batches.getLabels()).isEqualTo(NAMES);
    }

    @Test
    void sequencesHaveAStepForEachFrame() {
        EventSequenceRecordReader reader = new EventSequenceRecordReader(FRAMES);
        reader.initialize(EventSplit.of(samples(), NAMES));
        DataSetIterator batches = new SequenceRecordReaderDataSetIterator(reader, 5, 3, 1);

        DataSet batch = batches.next();

        assertThat(batch.getFeatures().shape()).containsExactly(5, 2 * 6 * 8, 4);
        assertThat(batch.getLabels().shape()).containsExactly(5, 3, 4);
        for (int n = 0; n < 5; n++) {
            float[] wanted = FRAMES.bin(events(n));
            for (int t = 0; t < 4; t++) {
                for (int k = 0; k < 96; k++) {
                    assertThat(batch.getFeatures().getFloat(n, k, t)).isEqualTo(wanted[t * 96 + k]);
                }
                assertThat(batch.getLabels().getFloat(n, n % 3, t)).isEqualTo(1);
            }
        }
    }

    @Test
    void filesAreLabelledByTheirFolders() throws IOException, InterruptedException {
        writeFiles();
        RecordReader reader = new EventRecordReader(FRAMES);
        reader.initialize(new FileSplit(folder.toFile(), new String[] {"bin", "aedat4"}, new Random(3)));

        assertThat(reader.getLabels()).isEqualTo(NAMES);
        List<String> seen = new ArrayList<>();
        while (reader.hasNext()) {
            Record record = reader.nextRecord();
            INDArray found = ((NDArrayWritable) record.getRecord().get(0)).get();
            int sample = matching(found);
            assertThat(record.getRecord().get(1).toInt()).isEqualTo(sample % 3);
            assertThat(reader.loadFromMetaData(record.getMetaData()).getRecord())
                    .isEqualTo(record.getRecord());
            seen.add("" + sample);
        }

        assertThat(seen).containsExactlyInAnyOrder("0", "1", "2", "3", "4");
        assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        reader.reset();
        assertThat(reader.hasNext()).isTrue();
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        Path bad = folder.resolve("left/bad.bin");
        Files.createDirectories(bad.getParent());
        Files.write(bad, new byte[] {1, 2, 3});
        EventRecordReader reader = new EventRecordReader(FRAMES);
        reader.initialize(new FileSplit(folder.toFile()));

        assertThatThrownBy(reader::next)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("bad.bin");
    }

    @Test
    void whatCannotWorkIsRefused() {
        EventRecordReader reader = new EventRecordReader(FRAMES);

        assertThatThrownBy(reader::reset).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> EventSplit.of(samples(), List.of("one"))).hasMessageContaining("below the 1 classes");
        assertThatThrownBy(() -> new ObjectOutputStream(new ByteArrayOutputStream()).writeObject(reader))
                .isInstanceOf(NotSerializableException.class);
    }

    private void writeFiles() throws IOException {
        for (int i = 0; i < 5; i++) {
            String ending = i % 2 == 0 ? "bin" : "aedat4";
            Path file = folder.resolve(NAMES.get(i % 3) + "/" + i + "." + ending);
            Files.createDirectories(file.getParent());
            EventFile.formatToWrite(ending).writer().orElseThrow().write(file, events(i));
        }
    }

    /** The sample whose frames these are. */
    private static int matching(INDArray frames) {
        for (int i = 0; i < 5; i++) {
            float[] wanted = FRAMES.bin(events(i));
            INDArray found = frames.reshape(2, 4, 6, 8).permute(1, 0, 2, 3).dup('c');
            if (Arrays.equals(found.reshape(found.length()).toFloatVector(), wanted)) {
                return i;
            }
        }
        throw new AssertionError("no sample has these frames");
    }

    private static List<EventSample> samples() {
        List<EventSample> samples = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            EventStream events = events(i);
            samples.add(new EventSample("s" + i, i % 3, "g", () -> events));
        }
        return samples;
    }

    private static EventStream events(int sample) {
        return RandomEvents.ordered(sample, 300, 34, 34, 0, 50);
    }
}
