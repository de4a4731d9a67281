package org.spike4j.datasets.gesture;

import java.io.IOException;
import java.nio.file.Path;

/** A text file that lists recordings or labels does not hold what it should; the message names file and line. */
public final class ListFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * About a line of a file.
     *
     * @param file the file
     * @param line line number from 1
     * @param what what was wanted, what was found, and what to do
     */
    public ListFileException(Path file, int line, String what) {
        super(file + ", line " + line + ": " + what);
    }

    /**
     * About a file as a whole.
     *
     * @param file the file
     * @param what what was wanted, what was found, and what to do
     */
    public ListFileException(Path file, String what) {
        super(file + ": " + what);
    }
}
