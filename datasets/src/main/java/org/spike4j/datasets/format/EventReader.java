package org.spike4j.datasets.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/**
 * Reads one recording packet by packet, in the order of the file. Holds one packet at a time, so that memory does not
 * grow with the file. Not safe for use by several threads at once.
 *
 * <p>Life cycle: {@link EventFile#open}, {@link #next} until it is empty, {@link #close}.
 */
public interface EventReader extends Closeable {
    /**
     * The format, as people write it.
     *
     * @return for example {@code AEDAT 3.1}
     */
    String formatName();

    /**
     * Columns of the sensor.
     *
     * @return width in pixels
     */
    int width();

    /**
     * Rows of the sensor.
     *
     * @return height in pixels
     */
    int height();

    /**
     * Where the file counts columns and rows from. Events are handed out as the file counts unless
     * {@link ReadOptions#withUpright} says otherwise.
     *
     * @return the corner of pixel (0, 0) in the file
     */
    default Corner origin() {
        return Corner.UPPER_LEFT;
    }

    /**
     * Whether polarity 1 means darker in the file. Events are handed out with 1 for brighter unless
     * {@link ReadOptions#withStoredPolarity} says otherwise.
     *
     * @return true for a file that stores 1 for darker
     */
    default boolean darkerIsOne() {
        return false;
    }

    /**
     * Reads on.
     *
     * @return the next events, at least one; empty at the end of the recording
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    Optional<EventStream> next() throws IOException;

    /**
     * The place of the next packet, to come back to with {@link #goTo}, also in another reader of the same file with the same
     * options.
     *
     * @return the place; empty if recordings of this format can only be read on
     */
    default Optional<Bookmark> bookmark() {
        return Optional.empty();
    }

    /**
     * Goes to a place, before or after this one.
     *
     * @param place what {@link #bookmark} of this recording gave
     * @throws UnsupportedOperationException if recordings of this format can only be read on
     */
    default void goTo(Bookmark place) {
        throw new UnsupportedOperationException(formatName() + " can only be read on; open the file again");
    }

    /**
     * The packets to come from the start of the recording, as a table in the file tells them, so that a place is found without
     * reading what is before it. The reader stays where it is.
     *
     * @return in the order of the file; empty if the file has no such table, or a wrong one
     * @throws IOException if the file cannot be read
     */
    default Optional<List<PacketSpan>> packets() throws IOException {
        return Optional.empty();
    }
}
