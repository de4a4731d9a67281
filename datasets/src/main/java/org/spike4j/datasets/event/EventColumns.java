package org.spike4j.datasets.event;

import java.util.Arrays;

/**
 * Columns that a file reader fills again and again, one piece of the file after the other. The arrays are handed out so
 * that a decoder is one plain loop; {@link #copy} checks the events in bulk. Not safe for use by several threads.
 */
public final class EventColumns {
    private final long[] t;
    private final short[] x;
    private final short[] y;
    private final byte[] polarity;

    /**
     * Makes empty columns.
     *
     * @param capacity events that a piece has at most
     */
    public EventColumns(int capacity) {
        t = new long[capacity];
        x = new short[capacity];
        y = new short[capacity];
        polarity = new byte[capacity];
    }

    /**
     * The times to fill.
     *
     * @return microseconds, one for each event
     */
    public long[] t() {
        return t;
    }

    /**
     * The columns to fill.
     *
     * @return 0 to width - 1, one for each event
     */
    public short[] x() {
        return x;
    }

    /**
     * The rows to fill.
     *
     * @return 0 to height - 1, one for each event
     */
    public short[] y() {
        return y;
    }

    /**
     * The polarities to fill.
     *
     * @return 1 for brighter, 0 for darker, one for each event
     */
    public byte[] polarity() {
        return polarity;
    }

    /**
     * The events filled in so far; the columns can be filled anew afterwards.
     *
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @param size events, at most the capacity
     * @return a stream with arrays of its own
     * @throws IllegalArgumentException if an event is not one of the sensor
     */
    public EventStream copy(int width, int height, int size) {
        return EventStream.ofColumns(
                width,
                height,
                size,
                Arrays.copyOf(t, size),
                Arrays.copyOf(x, size),
                Arrays.copyOf(y, size),
                Arrays.copyOf(polarity, size));
    }
}
