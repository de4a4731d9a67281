package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;

/**
 * What one pass over a recording tells of its times.
 *
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param events number of events
 * @param startMicros earliest time, microseconds
 * @param endMicros one past the latest time
 * @param ordered whether no event is earlier than the one before it
 */
record RecordingSpan(int width, int height, long events, long startMicros, long endMicros, boolean ordered) {

    /** Reads a recording packet by packet. */
    static RecordingSpan of(Path file, ReadOptions options) throws IOException {
        try (EventReader reader = EventFile.open(file, options)) {
            long events = 0;
            long earliest = Long.MAX_VALUE;
            long latest = Long.MIN_VALUE;
            boolean ordered = true;
            Optional<EventStream> packet = reader.next();
            while (packet.isPresent()) {
                EventStream found = packet.get();
                for (int i = 0; i < found.size(); i++) {
                    long t = found.t(i);
                    ordered &= t >= latest;
                    earliest = Math.min(earliest, t);
                    latest = Math.max(latest, t);
                }
                events += found.size();
                packet = reader.next();
            }
            if (events == 0 || latest == Long.MAX_VALUE || latest + 1 - earliest <= 0) {
                throw new EventFileException(
                        file,
                        0,
                        "events that span 1 to 2^63 - 1 microseconds",
                        events == 0 ? "no event" : "times from " + earliest + " to " + latest,
                        "leave this recording out");
            }
            return new RecordingSpan(reader.width(), reader.height(), events, earliest, latest + 1, ordered);
        }
    }

    /** Duration, at least 1 microsecond. */
    long micros() {
        return endMicros - startMicros;
    }
}
