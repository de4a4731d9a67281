package org.spike4j.datasets.record;

import java.io.IOException;
import org.datavec.api.split.InputSplit;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventStream;

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
public class EventRecordReader extends SampleRecordReader<EventSplit> {
    private static final long serialVersionUID = 1L;

    private final transient EventFrames frames;

    /**
     * Starts without samples; {@link #initialize} gives them.
     *
     * @param frames how events become frames; for mini-batches their number must not depend on the sample
     */
    public EventRecordReader(EventFrames frames) {
        this.frames = frames;
    }

    @Override
    final EventSplit samplesOf(InputSplit split) {
        return split instanceof EventSplit known ? known : EventSplit.ofFiles(split);
    }

    @Override
    final INDArray read(EventSplit of, int number) throws IOException {
        EventStream events = of.sample(number).events();
        long[] shape = {frames.slices(events), frames.channels(), frames.height(), frames.width()};
        return Nd4j.create(frames.bin(events), shape, 'c');
    }
}
