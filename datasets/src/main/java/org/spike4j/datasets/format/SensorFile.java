package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorSelection;

/** Opens a recording for what it holds beside events: frames, inertial samples, triggers and messages. */
public final class SensorFile {
    private SensorFile() {}

    /**
     * Opens a recording to read its records one by one.
     *
     * @param path the file
     * @param selection which records
     * @return a reader at the first record; the caller closes it
     * @throws EventFileException if there is no such file, its format is unknown or has events only, or it breaks its format
     * @throws IOException if the file cannot be read
     */
    public static SensorReader open(Path path, SensorSelection selection) throws IOException {
        return find(path, selection).orElseThrow(() -> {
            String formats = EventFile.formats().stream()
                    .filter(format -> format.sensors().isPresent())
                    .map(EventFormat::name)
                    .collect(Collectors.joining(", "));
            return new EventFileException(
                    path,
                    0,
                    "a recording with frames, inertial samples, triggers or messages",
                    "a format of which only events are read",
                    "formats that have them are " + formats);
        });
    }

    /**
     * Opens a recording if its format can hold more than events.
     *
     * @param path the file
     * @param selection which records
     * @return a reader at the first record, which the caller closes; empty if only the events of this format are read
     * @throws EventFileException if there is no such file, its format is unknown, or it breaks its format
     * @throws IOException if the file cannot be read
     */
    public static Optional<SensorReader> find(Path path, SensorSelection selection) throws IOException {
        FileCursor file = EventFile.cursor(path);
        try {
            Optional<SensorOpener> opener = EventFile.formatOf(file).sensors();
            if (opener.isPresent()) {
                return Optional.of(opener.get().open(file, selection));
            }
            file.close();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }
}
