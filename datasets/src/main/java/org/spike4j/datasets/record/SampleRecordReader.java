package org.spike4j.datasets.record;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Samples as DataVec records: the numbers, [1, C, T, H, W] of frames and [1, F, T] of vectors, and the label. A record is read
 * when it is asked for, on the thread that asks. For use by one thread; cannot be serialised.
 *
 * @param <S> the kind of split that it reads
 */
abstract class SampleRecordReader<S extends SampleSplit> extends BaseRecordReader {
    private static final long serialVersionUID = 1L;

    private transient S samples;
    private transient Configuration configuration = new Configuration();
    private int at;

    /** The samples of a split of any kind. */
    abstract S samplesOf(InputSplit split);

    /** The numbers of a sample, [T, C, H, W] or [T, F]. */
    abstract INDArray read(S of, int number) throws IOException;

    @Override
    public void initialize(InputSplit split) {
        samples = samplesOf(split);
        inputSplit = split;
        at = 0;
    }

    @Override
    public void initialize(Configuration conf, InputSplit split) {
        configuration = conf;
        initialize(split);
    }

    /**
     * The next sample.
     *
     * @return numbers and label
     * @throws NoSuchElementException at the end
     * @throws UncheckedIOException if the sample cannot be read; the cause names the file
     */
    @Override
    public List<Writable> next() {
        return record(take());
    }

    @Override
    public boolean hasNext() {
        return at < size();
    }

    @Override
    public List<String> getLabels() {
        return samples == null ? List.of() : samples.classNames();
    }

    /** Starts again, in the order that the split has then. */
    @Override
    public void reset() {
        if (inputSplit == null) {
            throw new IllegalStateException("there is nothing to read again; call initialize first");
        }
        inputSplit.reset();
        initialize(inputSplit);
    }

    @Override
    public boolean resetSupported() {
        return inputSplit == null || inputSplit.resetSupported();
    }

    /** Not supported, since a stream of bytes cannot be read from its place in a file. */
    @Override
    public List<Writable> record(URI uri, DataInputStream dataInputStream) {
        throw new UnsupportedOperationException("samples are not read from streams; use a split of " + uri);
    }

    @Override
    public Record nextRecord() {
        int number = take();
        return record(number, record(number));
    }

    @Override
    public Record loadFromMetaData(RecordMetaData recordMetaData) {
        int number = number(recordMetaData);
        return record(number, record(number));
    }

    @Override
    public List<Record> loadFromMetaData(List<RecordMetaData> recordMetaDatas) {
        return recordMetaDatas.stream().map(this::loadFromMetaData).toList();
    }

    @Override
    public void setConf(Configuration conf) {
        configuration = conf;
    }

    @Override
    public Configuration getConf() {
        return configuration;
    }

    /** Nothing is open between two records. */
    @Override
    public void close() {}

    /** The next sample's number. */
    final int take() {
        if (!hasNext()) {
            throw new NoSuchElementException(
                    samples == null
                            ? "there are no samples; call initialize first"
                            : "all " + samples.size() + " samples were read; call reset()");
        }
        invokeListeners(samples.name(at));
        return at++;
    }

    /** A sample step by step: its numbers as a row, and its label. */
    final List<List<Writable>> sequence(int number) {
        INDArray values = values(number);
        INDArray rows = values.reshape(values.size(0), -1);
        List<List<Writable>> steps = new ArrayList<>();
        for (long step = 0; step < rows.size(0); step++) {
            steps.add(List.of(new NDArrayWritable(rows.getRow(step, true)), new IntWritable(samples.label(number))));
        }
        return steps;
    }

    final SequenceRecord sequenceRecord(int number) {
        return new org.datavec.api.records.impl.SequenceRecord(sequence(number), metaData(number));
    }

    private RecordMetaDataIndex metaData(int number) {
        return new RecordMetaDataIndex(number, URI.create("sample:" + number), getClass());
    }

    /** The sample that meta data of this reader mean. */
    final int number(RecordMetaData metaData) {
        if (metaData instanceof RecordMetaDataIndex index && index.getIndex() >= 0 && index.getIndex() < size()) {
            return (int) index.getIndex();
        }
        throw new IllegalArgumentException("meta data must be those of a sample of this reader, were " + metaData);
    }

    private int size() {
        return samples == null ? 0 : samples.size();
    }

    private List<Writable> record(int number) {
        INDArray steps = values(number);
        boolean vectors = steps.rank() == 2;
        INDArray channelsFirst = (vectors ? steps.permute(1, 0) : steps.permute(1, 0, 2, 3)).dup('c');
        long[] shape = new long[channelsFirst.rank() + 1];
        shape[0] = 1;
        System.arraycopy(channelsFirst.shape(), 0, shape, 1, channelsFirst.rank());
        List<Writable> record = new ArrayList<>();
        record.add(new NDArrayWritable(channelsFirst.reshape(shape)));
        record.add(new IntWritable(samples.label(number)));
        return record;
    }

    private INDArray values(int number) {
        try {
            return read(samples, number);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a sample: " + e.getMessage(), e);
        }
    }

    private Record record(int number, List<Writable> values) {
        return new org.datavec.api.records.impl.Record(values, metaData(number));
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException(getClass().getName() + " reads local files; make a reader on each machine");
    }
}
