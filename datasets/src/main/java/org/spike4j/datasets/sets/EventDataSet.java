package org.spike4j.datasets.sets;

import java.util.List;

/** A data set of labelled events. Opening one reads names and labels; events are read sample by sample. */
public interface EventDataSet {
    /**
     * Name of the data set, for reports.
     *
     * @return a short name
     */
    String name();

    /**
     * Columns of the sensor.
     *
     * @return width in pixels
     */
    int width();

    /**
     * Rows of the sensor.
     *
     * @return height in pixels
     */
    int height();

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
    List<EventSample> samples(Split split);
}
