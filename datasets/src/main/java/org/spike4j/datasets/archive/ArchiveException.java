package org.spike4j.datasets.archive;

import java.io.IOException;
import java.nio.file.Path;

/** An archive cannot or must not be unpacked; the message names it, the entry, and the way out. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * About an archive.
     *
     * @param path the archive
     * @param what what was wanted and found, and the way out
     */
    ArchiveException(Path path, String what) {
        super(path + ": " + what);
    }

    /** The same with what caused it. */
    ArchiveException(Path path, String what, Throwable cause) {
        super(path + ": " + what, cause);
    }
}
