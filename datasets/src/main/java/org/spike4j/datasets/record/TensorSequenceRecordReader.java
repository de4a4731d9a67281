package org.spike4j.datasets.record;

import java.io.DataInputStream;
import java.net.URI;
import java.util.List;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.reader.SequenceRecordReader;
import org.datavec.api.writable.Writable;

/**
 * Series of frames or vectors as DataVec sequences of T steps, each a frame or a vector as a row, [1, C H W] or [1, F], and the
 * label. As mini-batches of SequenceRecordReaderDataSetIterator they are features [N, C H W, T] or [N, F, T] and labels [N, K, T].
 */
public final class TensorSequenceRecordReader extends TensorRecordReader implements SequenceRecordReader {
    private static final long serialVersionUID = 1L;

    /** Starts without samples; {@link #initialize} gives them. */
    public TensorSequenceRecordReader() {}

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
