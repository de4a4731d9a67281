package org.spike4j.datasets.sets;

import java.io.IOException;
import java.util.Objects;
import org.spike4j.datasets.event.EventStream;

/**
 * One labelled piece of a recording. Its events are read when they are asked for, by any thread.
 *
 * @param name what it is, for messages: a file and a place in it
 * @param label number of its class, from 0
 * @param group who or what it comes from; samples of one group must not be divided between training and test
 * @param source where its events come from
 */
public record EventSample(String name, int label, String group, Source source) {
    /** Where the events of a sample come from; used by several threads at once. */
    @FunctionalInterface
    public interface Source {
        /**
         * Reads the events, from memory or from disk.
         *
         * @return the events of the sample
         * @throws IOException if a file is missing, breaks its format or cannot be read
         */
        EventStream read() throws IOException;
    }

    /** Checks the values. */
    public EventSample {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(source, "source");
        if (label < 0) {
            throw new IllegalArgumentException("label must be >= 0, was " + label);
        }
    }

    /**
     * The events of this sample.
     *
     * @return events in the order of the file
     * @throws IOException if a file is missing, breaks its format or cannot be read
     */
    public EventStream events() throws IOException {
        return source.read();
    }
}
