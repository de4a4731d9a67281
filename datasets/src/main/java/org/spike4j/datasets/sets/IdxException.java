package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;

/** An IDX file is not what it should be; the message names file, place, what was wanted and what was found. */
public final class IdxException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * About a place in a file.
     *
     * @param file the file
     * @param offset byte of the unpacked content at which the trouble starts
     * @param wanted what should be there
     * @param found what is there
     */
    public IdxException(Path file, long offset, String wanted, String found) {
        super(file + ": wanted " + wanted + " at byte " + offset + " of the content, found " + found
                + "; copy or download the file again");
    }
}
