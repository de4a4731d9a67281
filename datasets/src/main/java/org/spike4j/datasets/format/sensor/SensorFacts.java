package org.spike4j.datasets.format.sensor;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many records the streams of a recording have.
 *
 * @param stream the stream
 * @param records number of records that were read, 0 for events and what is not read
 * @param earliestMicros earliest time of them; the largest long without records
 * @param latestMicros latest time of them; the smallest long without records
 */
public record SensorFacts(SensorStream stream, long records, long earliestMicros, long latestMicros) {
    private record Key(int stream, Class<?> type) {}

    /**
     * Reads a recording to its end.
     *
     * @param reader at the first record; left open
     * @return the facts of all streams, in the order of {@link SensorReader#streams}
     * @throws IOException if the file breaks its format or cannot be read
     */
    public static List<SensorFacts> of(SensorReader reader) throws IOException {
        Map<Key, long[]> tallies = new HashMap<>();
        Optional<SensorRecord> next = reader.next();
        while (next.isPresent()) {
            SensorRecord found = next.get();
            long[] tally = tallies.computeIfAbsent(
                    new Key(found.stream(), found.getClass()), key -> new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE});
            tally[0]++;
            tally[1] = Math.min(tally[1], found.t());
            tally[2] = Math.max(tally[2], found.t());
            next = reader.next();
        }
        return reader.streams().stream()
                .map(stream -> {
                    long[] tally = tallies.getOrDefault(
                            new Key(stream.number(), type(stream.kind())),
                            new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE});
                    return new SensorFacts(stream, tally[0], tally[1], tally[2]);
                })
                .toList();
    }

    private static Class<?> type(StreamKind kind) {
        return switch (kind) {
            case FRAMES -> CameraFrame.class;
            case IMU -> InertialSample.class;
            case TRIGGERS -> Trigger.class;
            case MESSAGES -> Message.class;
            case EVENTS, OTHER -> Void.class;
        };
    }
}
