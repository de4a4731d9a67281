package org.spike4j.datasets.event;

import java.nio.FloatBuffer;
import java.util.Objects;

/**
 * Turns a recording into frames of event counts, [T, 2, height, width]: channel 0 counts events of polarity 0 (darker),
 * channel 1 those of polarity 1 (brighter).
 *
 * <p>An event at (x, y) is counted at (floor(x width / sensorWidth), floor(y height / sensorHeight)), so frames smaller
 * than the sensor hold sums of counts, for any ratio. Counts are added into memory of the caller at a place and with a
 * stride of the caller's choice, so that the samples of a mini-batch are binned straight into one array
 * [T, batch, 2, height, width]: for sample n the offset is n * {@link #frameSize} and the stride from slice to slice is
 * batch * frameSize. Floats hold counts up to 2^24 exactly.
 *
 * @param slicing which events make a slice
 * @param width columns of a frame
 * @param height rows of a frame
 */
public record FrameBinning(EventSlicing slicing, int width, int height) {
    private static final int CHANNELS = 2;

    /** Checks the values. */
    public FrameBinning {
        Objects.requireNonNull(slicing, "slicing");
        if (width < 1 || height < 1 || (long) CHANNELS * width * height > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "frames must be at least 1x1, at most 2^30 pixels, were " + width + "x" + height);
        }
    }

    /**
     * Numbers in the frame of one slice.
     *
     * @return 2 height width
     */
    public int frameSize() {
        return CHANNELS * width * height;
    }

    /**
     * Bins a recording into an array of its own.
     *
     * @param events a recording on a sensor not smaller than the frames; not modified
     * @return counts, [T, 2, height, width]
     * @throws IllegalArgumentException if the sensor is smaller than the frames or the result does not fit an array
     */
    public float[] bin(EventStream events) {
        long size = (long) slicing.slices(events) * frameSize();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("frames of this recording are " + size
                    + " numbers, at most 2^31 - 9 fit an array; use fewer slices or smaller frames");
        }
        float[] frames = new float[(int) size];
        addInto(events, frames, 0, frameSize());
        return frames;
    }

    /**
     * Adds the counts of a recording into an array.
     *
     * @param events a recording on a sensor not smaller than the frames; not modified
     * @param frames counts are added at offset + slice * sliceStride + (polarity * height + row) * width + column
     * @param offset place of slice 0
     * @param sliceStride from a slice to the next, at least {@link #frameSize}
     * @throws IllegalArgumentException if the frames do not fit or the sensor is smaller than the frames
     */
    public void addInto(EventStream events, float[] frames, int offset, int sliceStride) {
        addInto(events, FloatBuffer.wrap(frames), offset, sliceStride);
    }

    /**
     * Adds the counts of a recording into a buffer, for instance memory outside the heap.
     *
     * @param events a recording on a sensor not smaller than the frames; not modified
     * @param frames as for an array; index 0 is the start of the buffer, position and limit stay as they are
     * @param offset place of slice 0
     * @param sliceStride from a slice to the next, at least {@link #frameSize}
     * @throws IllegalArgumentException if the frames do not fit or the sensor is smaller than the frames
     */
    public void addInto(EventStream events, FloatBuffer frames, int offset, int sliceStride) {
        long end = offset + (slicing.slices(events) - 1L) * sliceStride + frameSize();
        if (offset < 0 || sliceStride < frameSize() || end > frames.limit()) {
            throw new IllegalArgumentException(slicing.slices(events) + " slices of " + frameSize()
                    + " numbers do not fit at offset " + offset + " with stride " + sliceStride + " into "
                    + frames.limit());
        }
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
