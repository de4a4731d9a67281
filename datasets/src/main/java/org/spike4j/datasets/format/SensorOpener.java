package org.spike4j.datasets.format;

import java.io.IOException;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorSelection;

/** Opens recordings of one format for what they hold beside events. */
@FunctionalInterface
public interface SensorOpener {
    /**
     * Opens a recording.
     *
     * @param file the start of a file of the format; the reader takes it over, the caller closes it on failure
     * @param selection which records
     * @return a reader at the first record; the caller closes it
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    SensorReader open(FileCursor file, SensorSelection selection) throws IOException;
}
