package org.spike4j.datasets.record;

import java.util.List;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.sets.TensorDataSet;
import org.spike4j.datasets.sets.TensorSample;

/** Labelled series of frames or vectors as an input split, for {@link TensorRecordReader}. */
public final class TensorSplit extends SampleSplit {
    private final transient List<TensorSample> samples;
    private final transient SampleShape shape;

    private TensorSplit(List<TensorSample> samples, SampleShape shape, List<String> classNames) {
        super(samples.size(), classNames);
        this.samples = List.copyOf(samples);
        this.shape = shape;
        requireLabels();
    }

    /**
     * A part of a data set.
     *
     * @param data the data set
     * @param split which part
     * @return its samples, in their order
     */
    public static TensorSplit of(TensorDataSet data, Split split) {
        return of(data.samples(split), data.shape(), data.classNames());
    }

    /**
     * Any samples.
     *
     * @param samples the samples; not modified
     * @param shape shape of each of them
     * @param classNames names of the classes; place i belongs to label i
     * @return the samples, in their order
     * @throws IllegalArgumentException if a label has no name
     */
    public static TensorSplit of(List<TensorSample> samples, SampleShape shape, List<String> classNames) {
        return new TensorSplit(samples, shape, classNames);
    }

    TensorSample sample(int number) {
        return samples.get(number);
    }

    SampleShape shape() {
        return shape;
    }

    @Override
    String name(int number) {
        return samples.get(number).name();
    }

    @Override
    int label(int number) {
        return samples.get(number).label();
    }
}
