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
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataIndex;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.sets.EventSample;

/**
 * Samples of events as DataVec records: the frames, [1, C, T, H, W], and the label. Of a split other than {@link EventSplit} each
 * location is an event file in a folder named by its class.
 *
 * <pre>{@code
 * EventRecordReader reader = new EventRecordReader(new FrameBinning(EventSlicing.byTime(16), 34, 34));
 * reader.initialize(new FileSplit(folder));
 * DataSetIterator batches = new RecordReaderDataSetIterator(reader, 32, 1, reader.getLabels().size());
 * }</pre>
 *
 * <p>A record is read and binned when it is asked for, on the thread that asks. For use by one thread; cannot be serialised.
 */
public class EventRecordReader extends BaseRecordReader {
    private static final long serialVersionUID = 1L;

    private final transient EventFrames frames;
    private transient List<EventSample> samples = List.of();
    private transient List<String> classNames = List.of();
    private transient Configuration configuration = new Configuration();
    private int at;

    /**
     * Starts without samples; {@link #initialize} gives them.
     *
     * @param frames how events become frames; for mini-batches their number must not depend on the sample
     */
    public EventRecordReader(EventFrames frames) {
        this.frames = frames;
    }

    @Override
    public void initialize(InputSplit split) {
        EventSplit events = split instanceof EventSplit known ? known : EventSplit.ofFiles(split);
        inputSplit = split;
        samples = events.samples();
        classNames = events.classNames();
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
     * @return frames [1, C, T, H, W] and label
     * @throws NoSuchElementException at the end
     * @throws UncheckedIOException if the sample cannot be read; the cause names the file
     */
    @Override
    public List<Writable> next() {
        return record(take());
    }

    @Override
    public boolean hasNext() {
        return at < samples.size();
    }

    @Override
    public List<String> getLabels() {
        return classNames;
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
        throw new UnsupportedOperationException("event files are not read from streams; use a split of " + uri);
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
            throw new NoSuchElementException("all " + samples.size() + " samples were read; call reset()");
        }
        invokeListeners(samples.get(at).name());
        return at++;
    }

    final EventSample sample(int number) {
        return samples.get(number);
    }

    /** Frames of a sample, [T, C, H, W]. */
    final INDArray frames(int number) {
        try {
            EventStream events = samples.get(number).events();
            long[] shape = {frames.slices(events), frames.channels(), frames.height(), frames.width()};
            return Nd4j.create(frames.bin(events), shape, 'c');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a sample: " + e.getMessage(), e);
        }
    }

    final RecordMetaDataIndex metaData(int number) {
        return new RecordMetaDataIndex(number, URI.create("sample:" + number), getClass());
    }

    /** The sample that meta data of this reader mean. */
    final int number(RecordMetaData metaData) {
        if (metaData instanceof RecordMetaDataIndex index
                && index.getIndex() >= 0
                && index.getIndex() < samples.size()) {
            return (int) index.getIndex();
        }
        throw new IllegalArgumentException(
                "meta data must be those of one of " + samples.size() + " samples of this reader, were " + metaData);
    }

    private List<Writable> record(int number) {
        INDArray channelsFirst = frames(number).permute(1, 0, 2, 3).dup('c');
        long[] shape = channelsFirst.shape();
        List<Writable> record = new ArrayList<>();
        record.add(new NDArrayWritable(channelsFirst.reshape(1, shape[0], shape[1], shape[2], shape[3])));
        record.add(new IntWritable(samples.get(number).label()));
        return record;
    }

    private Record record(int number, List<Writable> values) {
        return new org.datavec.api.records.impl.Record(values, metaData(number));
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        throw new NotSerializableException(getClass().getName() + " reads local files; make a reader on each machine");
    }
}
