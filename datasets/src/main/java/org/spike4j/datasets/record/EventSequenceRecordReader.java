package org.spike4j.datasets.record;

import java.io.DataInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.reader.SequenceRecordReader;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.datasets.event.EventFrames;

/**
 * Samples of events as DataVec sequences of T steps, each a frame as a row, [1, C H W], and the label. As mini-batches of
 * SequenceRecordReaderDataSetIterator they are features [N, C H W, T] and labels [N, K, T].
 *
 * <pre>{@code
 * EventSequenceRecordReader reader = new EventSequenceRecordReader(binning);
 * reader.initialize(EventSplit.of(data, Split.TRAIN));
 * DataSetIterator batches = new SequenceRecordReaderDataSetIterator(reader, 32, classes, 1);
 * }</pre>
 */
public final class EventSequenceRecordReader extends EventRecordReader implements SequenceRecordReader {
    private static final long serialVersionUID = 1L;

    /**
     * Starts without samples; {@link #initialize} gives them.
     *
     * @param frames how events become frames
     */
    public EventSequenceRecordReader(EventFrames frames) {
        super(frames);
    }

    @Override
    public List<List<Writable>> sequenceRecord() {
        return sequence(take());
    }

    /** Not supported, since a stream of bytes cannot be read from its place in a file. */
    @Override
    public List<List<Writable>> sequenceRecord(URI uri, DataInputStream dataInputStream) {
        throw new UnsupportedOperationException("event files are not read from streams; use a split of " + uri);
    }

    @Override
    public SequenceRecord nextSequence() {
        int number = take();
        return new org.datavec.api.records.impl.SequenceRecord(sequence(number), metaData(number));
    }

    @Override
    public SequenceRecord loadSequenceFromMetaData(RecordMetaData recordMetaData) {
        int number = number(recordMetaData);
        return new org.datavec.api.records.impl.SequenceRecord(sequence(number), metaData(number));
    }

    @Override
    public List<SequenceRecord> loadSequenceFromMetaData(List<RecordMetaData> recordMetaDatas) {
        return recordMetaDatas.stream().map(this::loadSequenceFromMetaData).toList();
    }

    private List<List<Writable>> sequence(int number) {
        INDArray frames = frames(number);
        INDArray rows = frames.reshape(frames.size(0), -1);
        List<List<Writable>> steps = new ArrayList<>();
        for (long step = 0; step < rows.size(0); step++) {
            steps.add(List.of(
                    new NDArrayWritable(rows.getRow(step, true)),
                    new IntWritable(sample(number).label())));
        }
        return steps;
    }
}
