package org.spike4j.datasets.format;

import java.util.OptionalInt;

/**
 * How to read an event file. Start from {@link #defaults}.
 *
 * @param width columns of the sensor, 0 = ask the file
 * @param height rows of the sensor, 0 = ask the file
 * @param includeInvalid whether events marked invalid by the file are read too (AEDAT 3.1)
 * @param stream which stream (AEDAT 4) or source (AEDAT 3.1) to read; empty = the first with events
 * @param maxEvents events after which {@link EventFile#read} gives up instead of filling the memory
 */
public record ReadOptions(int width, int height, boolean includeInvalid, OptionalInt stream, int maxEvents) {
    private static final int MAX_EVENTS = 1 << 25;
    private static final ReadOptions DEFAULTS = new ReadOptions(0, 0, false, OptionalInt.empty(), MAX_EVENTS);

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
    }

    /**
     * Sensor size and stream as the file says, valid events only, at most 2^25 events at once (about 0.9 GB while they
     * are read).
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
        return new ReadOptions(columns, rows, includeInvalid, stream, maxEvents);
    }

    /**
     * With the events that the file marks invalid, or without.
     *
     * @param include true to read them
     * @return new options
     */
    public ReadOptions withInvalid(boolean include) {
        return new ReadOptions(width, height, include, stream, maxEvents);
    }

    /**
     * With one stream chosen.
     *
     * @param number stream number (AEDAT 4) or source number (AEDAT 3.1)
     * @return new options
     */
    public ReadOptions withStream(int number) {
        return new ReadOptions(width, height, includeInvalid, OptionalInt.of(number), maxEvents);
    }

    /**
     * With another limit for reading a recording at once.
     *
     * @param limit events
     * @return new options
     */
    public ReadOptions withMaxEvents(int limit) {
        return new ReadOptions(width, height, includeInvalid, stream, limit);
    }
}
