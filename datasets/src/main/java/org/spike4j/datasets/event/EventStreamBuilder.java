package org.spike4j.datasets.event;

import java.util.Arrays;

/** Collects events one by one; its columns grow by half when they are full. */
public final class EventStreamBuilder {
    private final int width;
    private final int height;
    private int size;
    private long[] t = new long[1024];
    private short[] x = new short[1024];
    private short[] y = new short[1024];
    private byte[] polarity = new byte[1024];

    EventStreamBuilder(int width, int height) {
        requireSensor(width, height);
        this.width = width;
        this.height = height;
    }

    /**
     * Appends an event.
     *
     * @param time microseconds
     * @param column 0 to width - 1
     * @param row 0 to height - 1
     * @param sign 1 for brighter, 0 for darker
     * @return this builder
     * @throws IllegalArgumentException if the pixel is outside the sensor or the polarity is neither 0 nor 1
     */
    public EventStreamBuilder add(long time, int column, int row, int sign) {
        requireEvent(width, height, column, row, sign);
        if (size == t.length) {
            grow();
        }
        t[size] = time;
        x[size] = (short) column;
        y[size] = (short) row;
        polarity[size] = (byte) sign;
        size++;
        return this;
    }

    /**
     * Number of events so far.
     *
     * @return events added
     */
    public int size() {
        return size;
    }

    /**
     * The stream of what was added; the builder can go on afterwards.
     *
     * @return an immutable copy
     */
    public EventStream build() {
        return new EventStream(
                width,
                height,
                0,
                size,
                Arrays.copyOf(t, size),
                Arrays.copyOf(x, size),
                Arrays.copyOf(y, size),
                Arrays.copyOf(polarity, size));
    }

    static void requireSensor(int width, int height) {
        if (width < 1 || width > Short.MAX_VALUE || height < 1 || height > Short.MAX_VALUE) {
            throw new IllegalArgumentException("sensor must be 1x1 to 32767x32767 pixels, was " + width + "x" + height);
        }
    }

    static void requireEvent(int width, int height, int column, int row, int sign) {
        if (column < 0 || column >= width || row < 0 || row >= height) {
            throw new IllegalArgumentException(
                    "event at (" + column + ", " + row + ") lies outside the sensor of " + width + "x" + height);
        }
        if (sign != 0 && sign != 1) {
            throw new IllegalArgumentException("polarity must be 0 or 1, was " + sign);
        }
    }

    private void grow() {
        int capacity = size + (size >> 1) + 1024;
        t = Arrays.copyOf(t, capacity);
        x = Arrays.copyOf(x, capacity);
        y = Arrays.copyOf(y, capacity);
        polarity = Arrays.copyOf(polarity, capacity);
    }
}
