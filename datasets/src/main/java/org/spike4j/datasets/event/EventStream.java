package org.spike4j.datasets.event;

import java.util.Objects;

/**
 * Events of one recording, stored by column, in the order of the file.
 *
 * <p>An event is (t, x, y, p): time in microseconds, column and row of the pixel counted from the upper left corner, and
 * polarity 1 (brighter) or 0 (darker). Immutable: the columns are neither copied in nor handed out.
 */
public final class EventStream {
    private final int width;
    private final int height;
    private final int from;
    private final int size;
    private final long[] t;
    private final short[] x;
    private final short[] y;
    private final byte[] polarity;

    EventStream(int width, int height, int from, int size, long[] t, short[] x, short[] y, byte[] polarity) {
        this.width = width;
        this.height = height;
        this.from = from;
        this.size = size;
        this.t = t;
        this.x = x;
        this.y = y;
        this.polarity = polarity;
    }

    /**
     * Starts an empty stream.
     *
     * @param width columns of the sensor, 1 to 32767
     * @param height rows of the sensor, 1 to 32767
     * @return a builder that grows with its events
     * @throws IllegalArgumentException if the sensor is empty or too large
     */
    public static EventStreamBuilder builder(int width, int height) {
        return new EventStreamBuilder(width, height);
    }

    /**
     * Columns of the sensor.
     *
     * @return width in pixels
     */
    public int width() {
        return width;
    }

    /**
     * Rows of the sensor.
     *
     * @return height in pixels
     */
    public int height() {
        return height;
    }

    /**
     * Number of events.
     *
     * @return events in this stream
     */
    public int size() {
        return size;
    }

    /**
     * Time of an event.
     *
     * @param i index of the event
     * @return time in microseconds
     */
    public long t(int i) {
        return t[from + Objects.checkIndex(i, size)];
    }

    /**
     * Column of an event.
     *
     * @param i index of the event
     * @return column, from 0 at the left
     */
    public int x(int i) {
        return x[from + Objects.checkIndex(i, size)];
    }

    /**
     * Row of an event.
     *
     * @param i index of the event
     * @return row, from 0 at the top
     */
    public int y(int i) {
        return y[from + Objects.checkIndex(i, size)];
    }

    /**
     * Polarity of an event.
     *
     * @param i index of the event
     * @return 1 for brighter, 0 for darker
     */
    public int polarity(int i) {
        return polarity[from + Objects.checkIndex(i, size)];
    }

    /**
     * A view of some consecutive events; shares the columns.
     *
     * @param start first event
     * @param end one past the last event
     * @return the events start to end - 1
     * @throws IndexOutOfBoundsException if the range is not inside this stream
     */
    public EventStream slice(int start, int end) {
        Objects.checkFromToIndex(start, end, size);
        return new EventStream(width, height, from + start, end - start, t, x, y, polarity);
    }
}
