package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;

/**
 * What all recordings of a data set have in common.
 *
 * @param name of the data set
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param classNames names of the classes; place i belongs to label i
 * @param reading how a recording is read
 */
record SetTraits(String name, int width, int height, List<String> classNames, Reading reading) {

    /** How a recording is read. */
    @FunctionalInterface
    interface Reading {
        EventStream read(Path file) throws IOException;
    }

    /** Copies the names. */
    SetTraits {
        classNames = List.copyOf(classNames);
    }

    /** Recordings of a known event format whose events are taken as they are. */
    static SetTraits of(String name, int width, int height, List<String> classNames) {
        ReadOptions options = ReadOptions.defaults().withSensor(width, height);
        return new SetTraits(name, width, height, classNames, file -> EventFile.read(file, options));
    }

    SetTraits withReading(Reading other) {
        return new SetTraits(name, width, height, classNames, other);
    }
}
