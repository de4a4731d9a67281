package org.spike4j.datasets.video.sets;

import java.nio.file.Path;
import java.util.Objects;

/**
 * One video of a data set.
 *
 * @param path a file, or a folder of pictures
 * @param label number of its class, from 0
 * @param group who or what it comes from; videos of one group are not divided between training and validation
 */
public record LabelledVideo(Path path, int label, String group) {
    /** Checks the values. */
    public LabelledVideo {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(group, "group");
        if (label < 0) {
            throw new IllegalArgumentException("label must be >= 0, was " + label);
        }
    }
}
