package org.spike4j.datasets.format;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * How to read an event file. Start from {@link #defaults}.
 *
 * @param width columns of the sensor, 0 = ask the file
 * @param height rows of the sensor, 0 = ask the file
 * @param includeInvalid whether events marked invalid by the file are read too (AEDAT 3.1)
 * @param stream which stream (AEDAT 4) or source (AEDAT 3.1) to read; empty = the first with events
 * @param maxEvents events after which {@link EventFile#read} gives up instead of filling the memory
 * @param timeUnit unit of the times of formats that do not fix it (text, CSV, npy), nanoseconds to seconds; empty = ask
 *     the file
 * @param upright whether rows and columns are turned round where the file counts them from below or from the right
 * @param storedPolarity whether polarity is handed out as the file stores it; else 1 is brighter
 */
public record ReadOptions(
        int width,
        int height,
        boolean includeInvalid,
        OptionalInt stream,
        int maxEvents,
        Optional<TimeUnit> timeUnit,
        boolean upright,
        boolean storedPolarity) {
    private static final int MAX_EVENTS = 1 << 25;
    private static final ReadOptions DEFAULTS =
            new ReadOptions(0, 0, false, OptionalInt.empty(), MAX_EVENTS, Optional.empty(), false, false);

    /** Checks the values. */
    public ReadOptions {
        boolean unset = width == 0 && height == 0;
        boolean sensor = width > 0 && width <= Short.MAX_VALUE && height > 0 && height <= Short.MAX_VALUE;
        if (!unset && !sensor) {
            throw new IllegalArgumentException("sensor must be 1x1 to 32767x32767 pixels, was " + width + "x" + height);
        }
        if (stream.isPresent() && stream.getAsInt() < 0) {
            throw new IllegalArgumentException("stream must be >= 0, was " + stream.getAsInt());
        }
        if (maxEvents < 1) {
            throw new IllegalArgumentException("maxEvents must be >= 1, was " + maxEvents);
        }
        if (timeUnit.isPresent() && timeUnit.get().compareTo(TimeUnit.SECONDS) > 0) {
            throw new IllegalArgumentException("timeUnit must be NANOSECONDS to SECONDS, was " + timeUnit.get());
        }
    }

    /**
     * Sensor size and stream as the file says, rows and columns as the file counts them, polarity 1 for brighter, valid
     * events only, at most 2^25 events at once (about 0.9 GB while they are read).
     *
     * @return the options to start from
     */
    public static ReadOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Whether the caller gave the sensor size.
     *
     * @return true if width and height are set
     */
    public boolean hasSensor() {
        return width > 0;
    }

    /**
     * With the sensor size given, whatever the file says.
     *
     * @param columns 1 to 32767
     * @param rows 1 to 32767
     * @return new options
     */
    public ReadOptions withSensor(int columns, int rows) {
        return new ReadOptions(columns, rows, includeInvalid, stream, maxEvents, timeUnit, upright, storedPolarity);
    }

    /**
     * With the events that the file marks invalid, or without.
     *
     * @param include true to read them
     * @return new options
     */
    public ReadOptions withInvalid(boolean include) {
        return new ReadOptions(width, height, include, stream, maxEvents, timeUnit, upright, storedPolarity);
    }

    /**
     * With one stream chosen.
     *
     * @param number stream number (AEDAT 4) or source number (AEDAT 3.1)
     * @return new options
     */
    public ReadOptions withStream(int number) {
        return new ReadOptions(
                width, height, includeInvalid, OptionalInt.of(number), maxEvents, timeUnit, upright, storedPolarity);
    }

    /**
     * With another limit for reading a recording at once.
     *
     * @param limit events
     * @return new options
     */
    public ReadOptions withMaxEvents(int limit) {
        return new ReadOptions(width, height, includeInvalid, stream, limit, timeUnit, upright, storedPolarity);
    }

    /**
     * With the unit of the times given, for formats that do not fix it.
     *
     * @param unit nanoseconds to seconds
     * @return new options
     */
    public ReadOptions withTimeUnit(TimeUnit unit) {
        return new ReadOptions(
                width, height, includeInvalid, stream, maxEvents, Optional.of(unit), upright, storedPolarity);
    }

    /**
     * With rows counted from above and columns from the left, as pictures are drawn, or as the file counts them.
     *
     * @param turn true to turn round what the file counts from below or from the right
     * @return new options
     */
    public ReadOptions withUpright(boolean turn) {
        return new ReadOptions(width, height, includeInvalid, stream, maxEvents, timeUnit, turn, storedPolarity);
    }

    /**
     * With polarity as the file stores it, or with 1 for brighter whatever the file says.
     *
     * @param stored true for the bit of the file
     * @return new options
     */
    public ReadOptions withStoredPolarity(boolean stored) {
        return new ReadOptions(width, height, includeInvalid, stream, maxEvents, timeUnit, upright, stored);
    }
}
