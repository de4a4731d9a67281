package org.spike4j.datasets.representation;

import java.util.Arrays;
import java.util.Objects;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;

/**
 * Frames of event counts, [T, 2, height, width] of the size of the sensor, of which only the counts above zero are
 * stored, as the list of their places, ascending, and of their counts. A place is ((slice 2 + polarity) height + row)
 * width + column.
 */
public final class SparseFrames {
    private static final int CHANNELS = 2;

    private final int slices;
    private final int width;
    private final int height;
    private final int size;
    private final long[] places;
    private final int[] counts;

    private SparseFrames(int slices, int width, int height, int size, long[] places, int[] counts) {
        this.slices = slices;
        this.width = width;
        this.height = height;
        this.size = size;
        this.places = places;
        this.counts = counts;
    }

    /**
     * Counts the events of a recording.
     *
     * @param slicing which events make a slice
     * @param events a recording; not modified
     * @return the counts, equal to those of a FrameBinning of the size of the sensor
     */
    public static SparseFrames of(EventSlicing slicing, EventStream events) {
        int width = events.width();
        int height = events.height();
        int[] size = {0};
        slicing.forEachRun(events, (slice, start, end) -> size[0] = Math.addExact(size[0], end - start));
        long[] places = new long[size[0]];
        int[] found = {0};
        slicing.forEachRun(events, (slice, start, end) -> {
            for (int i = start; i < end; i++) {
                long channel = (long) CHANNELS * slice + events.polarity(i);
                places[found[0]++] = (channel * height + events.y(i)) * width + events.x(i);
            }
        });
        return counted(slicing.slices(events), width, height, places);
    }

    private static SparseFrames counted(int slices, int width, int height, long[] places) {
        Arrays.sort(places);
        int[] counts = new int[places.length];
        int size = 0;
        for (long place : places) {
            if (size == 0 || places[size - 1] != place) {
                places[size++] = place;
            }
            counts[size - 1]++;
        }
        return new SparseFrames(slices, width, height, size, places, counts);
    }

    /**
     * Counts above zero.
     *
     * @return entries of the list
     */
    public int size() {
        return size;
    }

    /**
     * Shape of the frames.
     *
     * @return [T, 2, height, width]
     */
    public long[] shape() {
        return new long[] {slices, CHANNELS, height, width};
    }

    /**
     * A count.
     *
     * @param entry entry of the list
     * @return events there, at least 1
     */
    public int count(int entry) {
        return counts[Objects.checkIndex(entry, size)];
    }

    /**
     * Where a count is.
     *
     * @param entry entry of the list
     * @return [slice, polarity, row, column]
     */
    public int[] place(int entry) {
        long place = places[Objects.checkIndex(entry, size)];
        long plane = (long) width * height;
        long frame = place / plane;
        int pixel = (int) (place % plane);
        return new int[] {(int) (frame / CHANNELS), (int) (frame % CHANNELS), pixel / width, pixel % width};
    }

    /**
     * All counts.
     *
     * @return frames, [T, 2, height, width]
     * @throws IllegalArgumentException if they do not fit an array
     */
    public float[] toFrames() {
        long all = (long) slices * CHANNELS * width * height;
        if (all > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("frames are " + all + " numbers, at most 2^31 - 9 fit an array");
        }
        float[] frames = new float[(int) all];
        for (int i = 0; i < size; i++) {
            frames[(int) places[i]] = counts[i];
        }
        return frames;
    }
}
