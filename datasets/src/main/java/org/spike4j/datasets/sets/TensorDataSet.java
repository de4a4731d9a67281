package org.spike4j.datasets.sets;

import java.util.List;

/**
 * A data set of labelled series of frames or vectors, all of one shape. Opening one reads names and labels; numbers are
 * read sample by sample.
 */
public interface TensorDataSet {
    /**
     * Name of the data set, for reports.
     *
     * @return a short name
     */
    String name();

    /**
     * Shape of each sample.
     *
     * @return the shape
     */
    SampleShape shape();

    /**
     * Names of the classes; place i belongs to label i.
     *
     * @return names, unmodifiable
     */
    List<String> classNames();

    /**
     * The samples of a part, always in the same order.
     *
     * @param split which part
     * @return its samples, unmodifiable; may be empty for validation
     */
    List<TensorSample> samples(Split split);
}
