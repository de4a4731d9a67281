package org.spike4j.datasets.video;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads a video from its start, one picture at a time; only that picture is in memory. Used by one thread at a time.
 * Closing it frees what lies outside of the heap.
 */
public interface VideoReader extends Closeable {
    /**
     * Columns of the pictures that are handed out.
     *
     * @return width in pixels
     */
    int width();

    /**
     * Rows of the pictures that are handed out.
     *
     * @return height in pixels
     */
    int height();

    /**
     * Reads on.
     *
     * @return the next picture, later than the one before; empty at the end of the video
     * @throws VideoFileException if the file is damaged, or ends before its last picture
     * @throws IOException if the file cannot be read
     */
    Optional<VideoFrame> next() throws IOException;
}
