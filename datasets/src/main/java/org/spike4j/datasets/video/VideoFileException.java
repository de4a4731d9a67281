package org.spike4j.datasets.video;

import java.io.IOException;
import java.nio.file.Path;

/** A file is no video that can be read, or is damaged; the message names the file, the cause and a way out. */
public final class VideoFileException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * One sentence out of its parts.
     *
     * @param path the file or folder
     * @param trouble what is the matter
     * @param wayOut what the reader of the message can do
     */
    public VideoFileException(Path path, String trouble, String wayOut) {
        super(path + ": " + trouble + "; " + wayOut);
    }
}
