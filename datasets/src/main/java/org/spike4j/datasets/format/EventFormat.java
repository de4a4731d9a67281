package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file format of events: how to recognise it and how to open it. */
public interface EventFormat {
    /** Bytes at the start of a file that {@link #matches} may look at. */
    int HEAD_BYTES = 16;

    /**
     * The format, as people write it.
     *
     * @return for example {@code AEDAT 3.1}
     */
    String name();

    /**
     * How files of this format are recognised, for error messages.
     *
     * @return for example {@code starts with #!AER-DAT3.1}
     */
    String sign();

    /**
     * Whether a file is of this format.
     *
     * @param path the file; only its name is used
     * @param head its first bytes, {@link #HEAD_BYTES} or fewer; not modified
     * @return true if {@link #open} is the way to read it
     */
    boolean matches(Path path, byte[] head);

    /**
     * Opens a recording.
     *
     * @param file the start of a file that {@link #matches}; the reader takes it over, the caller closes it on failure
     * @param options how to read
     * @return a reader at the first event; the caller closes it
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    EventReader open(FileCursor file, ReadOptions options) throws IOException;

    /**
     * How to read the frames, inertial samples, triggers or messages that files of this format can hold.
     *
     * @return the opener; empty if only events are read
     */
    default Optional<SensorOpener> sensors() {
        return Optional.empty();
    }

    /**
     * How to write this format.
     *
     * @return the writer; empty if the format can only be read
     */
    default Optional<EventWriter> writer() {
        return Optional.empty();
    }

    /**
     * The ending of the names of files that are written.
     *
     * @return for example {@code aedat4}; empty if the format can only be read
     */
    default String ending() {
        return "";
    }
}
