package org.spike4j.datasets.format.sensor;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which records of a recording to read. Start from {@link #all}.
 *
 * @param kinds frames, inertial samples, triggers, messages, or some of them
 * @param stream number of the only stream to read; empty = all
 * @param includeInvalid whether records that the file marks invalid are read too (AEDAT 3.1)
 */
public record SensorSelection(Set<StreamKind> kinds, OptionalInt stream, boolean includeInvalid) {
    private static final Set<StreamKind> READ =
            Set.of(StreamKind.FRAMES, StreamKind.IMU, StreamKind.TRIGGERS, StreamKind.MESSAGES);
    private static final SensorSelection ALL = new SensorSelection(READ, OptionalInt.empty(), false);

    /** Checks the values. */
    public SensorSelection {
        if (kinds.isEmpty() || !READ.containsAll(kinds)) {
            throw new IllegalArgumentException("kinds must be some of " + EnumSet.copyOf(READ) + ", were " + kinds);
        }
        kinds = Set.copyOf(kinds);
        if (stream.isPresent() && stream.getAsInt() < 0) {
            throw new IllegalArgumentException("stream must be >= 0, was " + stream.getAsInt());
        }
    }

    /**
     * Valid records of all streams.
     *
     * @return the selection to start from
     */
    public static SensorSelection all() {
        return ALL;
    }

    /**
     * With one kind of records only.
     *
     * @param kind frames, inertial samples, triggers or messages
     * @return new selection
     */
    public SensorSelection withKind(StreamKind kind) {
        return new SensorSelection(Set.of(kind), stream, includeInvalid);
    }

    /**
     * With one stream only.
     *
     * @param number {@link SensorStream#number}
     * @return new selection
     */
    public SensorSelection withStream(int number) {
        return new SensorSelection(kinds, OptionalInt.of(number), includeInvalid);
    }

    /**
     * With the records that the file marks invalid, or without.
     *
     * @param include true to read them
     * @return new selection
     */
    public SensorSelection withInvalid(boolean include) {
        return new SensorSelection(kinds, stream, include);
    }

    /**
     * Whether records are wanted.
     *
     * @param number of their stream
     * @param kind of it
     * @return true if they are to be read
     */
    public boolean has(int number, StreamKind kind) {
        return kinds.contains(kind) && (stream.isEmpty() || stream.getAsInt() == number);
    }
}
