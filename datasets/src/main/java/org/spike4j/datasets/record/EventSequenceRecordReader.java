package org.spike4j.datasets.record;

import java.io.DataInputStream;
import java.net.URI;
import java.util.List;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.reader.SequenceRecordReader;
import org.datavec.api.writable.Writable;
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
        throw new UnsupportedOperationException("samples are not read from streams; use a split of " + uri);
    }

    @Override
    public SequenceRecord nextSequence() {
        return sequenceRecord(take());
    }

    @Override
    public SequenceRecord loadSequenceFromMetaData(RecordMetaData recordMetaData) {
        return sequenceRecord(number(recordMetaData));
    }

    @Override
    public List<SequenceRecord> loadSequenceFromMetaData(List<RecordMetaData> recordMetaDatas) {
        return recordMetaDatas.stream().map(this::loadSequenceFromMetaData).toList();
    }
}
