package org.spike4j.datasets.format.sensor;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a recording holds beside events, record by record, in the order of the file; records of one stream are in order of
 * time in most files, those of different streams are not. Holds one packet at a time, so that memory does not grow with the file.
 * Not safe for use by several threads at once.
 *
 * <p>Life cycle: {@code SensorFile.open}, {@link #next} until it is empty, {@link #close}.
 */
public interface SensorReader extends Closeable {
    /**
     * The format, as people write it.
     *
     * @return for example {@code AEDAT 4.0}
     */
    String formatName();

    /**
     * All streams of the file, chosen or not, events too. AEDAT 3.1 has no list: the heads of its packets are looked through.
     *
     * @return in order of their numbers, or as the file lists them
     * @throws IOException if the file breaks its format or cannot be read
     */
    List<SensorStream> streams() throws IOException;

    /**
     * Reads on.
     *
     * @return the next record that was chosen; empty at the end of the recording
     * @throws IOException if the file breaks its format (an EventFileException) or cannot be read
     */
    Optional<SensorRecord> next() throws IOException;
}
