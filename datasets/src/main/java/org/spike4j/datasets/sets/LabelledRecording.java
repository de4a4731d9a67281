package org.spike4j.datasets.sets;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An event file and what can be seen in it when.
 *
 * @param file a file of any known format
 * @param intervals the labelled stretches, at least one; they may leave gaps and overlap
 */
public record LabelledRecording(Path file, List<LabelledInterval> intervals) {
    /** Checks the values and copies the list. */
    public LabelledRecording {
        Objects.requireNonNull(file, "file");
        intervals = List.copyOf(intervals);
        if (intervals.isEmpty()) {
            throw new IllegalArgumentException("a labelled recording needs an interval, " + file + " has none");
        }
    }

    /**
     * A file that shows one class from start to end.
     *
     * @param file a file of any known format
     * @param label number of the class, from 0
     * @return the labelled recording
     */
    public static LabelledRecording ofClass(Path file, int label) {
        return new LabelledRecording(file, List.of(LabelledInterval.always(label)));
    }
}
