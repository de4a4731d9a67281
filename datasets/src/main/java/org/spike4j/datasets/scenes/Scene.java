package org.spike4j.datasets.scenes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;

/**
 * One long recording. Nothing of it is in memory.
 *
 * @param name what it is, for messages
 * @param events the event file
 * @param options how the event file is read
 * @param boxFile the file of its boxes, if it has one
 * @param classes number of classes that boxes can have
 */
public record Scene(String name, Path events, ReadOptions options, Optional<Path> boxFile, int classes) {

    /** Checks the values. */
    public Scene {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(events, "events");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(boxFile, "boxFile");
    }

    /**
     * Opens the stream of events.
     *
     * @return a reader at the first event; the caller closes it
     * @throws IOException if the file is missing, breaks its format or cannot be read
     */
    public EventReader open() throws IOException {
        return EventFile.open(events, options);
    }

    /**
     * Reads the boxes.
     *
     * @return boxes in the order of the file; none if there is no file of them
     * @throws IOException if the file is missing, damaged or cannot be read
     */
    public List<Box> boxes() throws IOException {
        return boxFile.isEmpty() ? List.of() : BoxFile.read(boxFile.get(), classes);
    }
}
