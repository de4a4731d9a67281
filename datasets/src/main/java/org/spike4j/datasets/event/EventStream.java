package org.spike4j.datasets.event;

import java.util.List;
import java.util.Objects;

/**
 * Events of one recording, stored by column, in the order of the file.
 *
 * <p>An event is (t, x, y, p): time in microseconds, column and row of the pixel counted from the upper left corner,
 * and polarity 1 (brighter) or 0 (darker). Immutable: the columns are never handed out.
 */
public final class EventStream {
    private final int width;
    private final int height;
    final int from;
    final int size;
    final long[] t;
    final short[] x;
    final short[] y;
    final byte[] polarity;

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
     * Makes a stream of whole columns without copying them; the way of the file readers.
     *
     * @param width columns of the sensor, 1 to 32767
     * @param height rows of the sensor, 1 to 32767
     * @param size events; the columns may be longer
     * @param t times in microseconds; taken over, must not be changed afterwards
     * @param x columns, 0 to width - 1; taken over
     * @param y rows, 0 to height - 1; taken over
     * @param polarity 1 for brighter, 0 for darker; taken over
     * @return the stream of the first size events
     * @throws IllegalArgumentException if a column is shorter than size or an event is not one of the sensor
     */
    public static EventStream ofColumns(
            int width, int height, int size, long[] t, short[] x, short[] y, byte[] polarity) {
        EventStreamBuilder.requireSensor(width, height);
        if (size < 0 || size > Math.min(Math.min(t.length, x.length), Math.min(y.length, polarity.length))) {
            throw new IllegalArgumentException("columns must hold " + size + " events, lengths are t " + t.length
                    + ", x " + x.length + ", y " + y.length + ", polarity " + polarity.length);
        }
        requireEvents(width, height, size, x, y, polarity);
        return new EventStream(width, height, 0, size, t, x, y, polarity);
    }

    /** Gathers the signs of all events, which compiles to vector code, and looks closer only if one is negative. */
    private static void requireEvents(int width, int height, int size, short[] x, short[] y, byte[] polarity) {
        int signs = 0;
        for (int i = 0; i < size; i++) {
            signs |= x[i] | (width - 1 - x[i]) | y[i] | (height - 1 - y[i]) | polarity[i] | (1 - polarity[i]);
        }
        for (int i = 0; signs < 0 && i < size; i++) {
            EventStreamBuilder.requireEvent(width, height, x[i], y[i], polarity[i]);
        }
    }

    /**
     * Joins streams of one sensor, in the given order.
     *
     * @param parts at least one stream; not modified
     * @return all events of the parts
     * @throws IllegalArgumentException if there is no part, sensors differ, or there are more than 2^31 - 1 events
     */
    public static EventStream concat(List<EventStream> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("at least one stream is needed to join streams, was an empty list");
        }
        EventStream first = parts.get(0);
        long size = parts.stream().mapToLong(EventStream::size).sum();
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a stream holds at most 2147483647 events, parts have " + size);
        }
        int total = (int) size;
        EventStream all = new EventStream(
                first.width,
                first.height,
                0,
                total,
                new long[total],
                new short[total],
                new short[total],
                new byte[total]);
        int end = 0;
        for (EventStream part : parts) {
            if (part.width != first.width || part.height != first.height) {
                throw new IllegalArgumentException("streams must share one sensor, were " + first.width + "x"
                        + first.height + " and " + part.width + "x" + part.height);
            }
            System.arraycopy(part.t, part.from, all.t, end, part.size);
            System.arraycopy(part.x, part.from, all.x, end, part.size);
            System.arraycopy(part.y, part.from, all.y, end, part.size);
            System.arraycopy(part.polarity, part.from, all.polarity, end, part.size);
            end += part.size;
        }
        return all;
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
     * Copies all events into columns of the caller, so that plain loops can go over them.
     *
     * @param times receives times in microseconds, from the place at on
     * @param columns receives columns
     * @param rows receives rows
     * @param signs receives polarities, 1 for brighter, 0 for darker
     * @param at place of the first event
     * @throws IndexOutOfBoundsException if a column is too short
     */
    public void copyInto(long[] times, short[] columns, short[] rows, byte[] signs, int at) {
        System.arraycopy(t, from, times, at, size);
        System.arraycopy(x, from, columns, at, size);
        System.arraycopy(y, from, rows, at, size);
        System.arraycopy(polarity, from, signs, at, size);
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
