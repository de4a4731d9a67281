package org.spike4j.datasets.event;

import java.nio.FloatBuffer;
import java.util.Objects;

/**
 * Turns a recording into frames of event counts, [T, 2, height, width]: channel 0 counts events of polarity 0 (darker),
 * channel 1 those of polarity 1 (brighter).
 *
 * <p>An event at (x, y) is counted at (floor(x width / sensorWidth), floor(y height / sensorHeight)), so frames smaller
 * than the sensor hold sums of counts, for any ratio. Floats hold counts up to 2^24 exactly.
 *
 * @param slicing which events make a slice
 * @param width columns of a frame
 * @param height rows of a frame
 */
public record FrameBinning(EventSlicing slicing, int width, int height) implements EventFrames {
    private static final int CHANNELS = 2;

    /** Checks the values. */
    public FrameBinning {
        Objects.requireNonNull(slicing, "slicing");
        EventFrames.requireSize(CHANNELS, width, height);
    }

    @Override
    public int channels() {
        return CHANNELS;
    }

    @Override
    public int slices(EventStream events) {
        return slicing.slices(events);
    }

    @Override
    public void addInto(EventStream events, float[] frames, int offset, int sliceStride) {
        addInto(events, FloatBuffer.wrap(frames), offset, sliceStride);
    }

    /**
     * Adds the counts of a recording into a buffer, for instance memory outside the heap.
     *
     * @param events a recording on a sensor not smaller than the frames; not modified
     * @param frames counts are added as into an array; index 0 is the start of the buffer, position and limit stay as
     *     they are
     * @param offset place of slice 0
     * @param sliceStride from a slice to the next, at least {@link #frameSize}
     * @throws IllegalArgumentException if the frames do not fit or the sensor is smaller than the frames
     */
    public void addInto(EventStream events, FloatBuffer frames, int offset, int sliceStride) {
        requireRoom(slicing.slices(events), frames.limit(), offset, sliceStride);
        int[] columns = cells(events.width(), width, 1);
        int[] rows = cells(events.height(), height, width);
        slicing.forEachRun(
                events,
                (slice, start, stop) ->
                        count(events, start, stop, frames, offset + slice * sliceStride, columns, rows));
    }

    /** Unchecked: adds the events start to stop - 1 into the frame at an index. */
    private void count(
            EventStream events, int start, int stop, FloatBuffer frames, int frame, int[] columns, int[] rows) {
        int plane = width * height;
        for (int i = events.from + start; i < events.from + stop; i++) {
            int at = frame + events.polarity[i] * plane + rows[events.y[i]] + columns[events.x[i]];
            frames.put(at, frames.get(at) + 1);
        }
    }

    /** Place of each pixel of the sensor along one side of the frame. */
    private static int[] cells(int pixels, int cells, int stride) {
        if (cells > pixels) {
            throw new IllegalArgumentException("frames must not be larger than the sensor, sides were " + cells
                    + " and " + pixels + "; bin at the size of the sensor and enlarge the result");
        }
        int[] places = new int[pixels];
        for (int i = 0; i < pixels; i++) {
            places[i] = (int) ((long) i * cells / pixels) * stride;
        }
        return places;
    }
}
