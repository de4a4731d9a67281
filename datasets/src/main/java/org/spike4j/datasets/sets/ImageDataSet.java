package org.spike4j.datasets.sets;

import java.util.List;

/** A data set of labelled still images in memory. */
public interface ImageDataSet {
    /**
     * Name of the data set, for reports.
     *
     * @return a short name
     */
    String name();

    /**
     * Names of the classes; place i belongs to label i.
     *
     * @return names, unmodifiable
     */
    List<String> classNames();

    /**
     * The images of a part, in the order of the files.
     *
     * @param split which part
     * @return its images; may be none for validation
     */
    ImageSamples samples(Split split);
}
