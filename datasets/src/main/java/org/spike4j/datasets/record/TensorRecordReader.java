package org.spike4j.datasets.record;

import java.io.IOException;
import org.datavec.api.split.InputSplit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.sets.SampleShape;

/**
 * Series of frames or vectors (clips of videos, volumes, texts) as DataVec records: the numbers, [1, C, T, H, W] or [1, F, T], and
 * the label.
 *
 * <pre>{@code
 * TensorRecordReader reader = new TensorRecordReader();
 * reader.initialize(TensorSplit.of(clips, Split.TRAIN));
 * DataSetIterator batches = new RecordReaderDataSetIterator(reader, 32, 1, reader.getLabels().size());
 * }</pre>
 *
 * <p>A record is read when it is asked for, on the thread that asks, without random changes. For use by one thread; cannot be
 * serialised.
 */
public class TensorRecordReader extends SampleRecordReader<TensorSplit> {
    private static final long serialVersionUID = 1L;

    /** Starts without samples; {@link #initialize} gives them. */
    public TensorRecordReader() {}

    @Override
    final TensorSplit samplesOf(InputSplit split) {
        if (split instanceof TensorSplit known) {
            return known;
        }
        throw new IllegalArgumentException("a TensorSplit was wanted, found "
                + split.getClass().getSimpleName() + "; open the data set and use TensorSplit.of");
    }

    @Override
    final INDArray read(TensorSplit of, int number) throws IOException {
        SampleShape shape = of.shape();
        long[] sizes = shape.frames()
                ? new long[] {shape.steps(), shape.channels(), shape.height(), shape.width()}
                : new long[] {shape.steps(), shape.channels()};
        return Nd4j.create(of.sample(number).source().read().clone(), sizes, 'c');
    }
}
