package org.spike4j.datasets.representation;

import java.util.Objects;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;

/**
 * Averaged time surfaces of each slice of a recording, as frames with a pixel for each cell. With the histograms H of {@link
 * AveragedTimeSurfaces} over the events of slice k alone and z = (a, b) the place around an event,
 *
 * <pre>
 * F(k, c, row, column) = H(cell (row, column), p, z),  c = (p (2 R + 1) + b + R) (2 R + 1) + a + R
 * </pre>
 *
 * <p>[T, 2 (2 R + 1)^2, rows of cells, columns of cells]. Takes events in order of time, sensors of the given size.
 *
 * @param slicing which events make a slice
 * @param surfaces the surfaces, with K and R
 * @param sensorWidth columns of the sensor
 * @param sensorHeight rows of the sensor
 */
public record AveragedSurfaceFrames(
        EventSlicing slicing, AveragedTimeSurfaces surfaces, int sensorWidth, int sensorHeight) implements EventFrames {
    private static final int CELLS_HIGH = 0;
    private static final int CELLS_WIDE = 1;

    /** Checks the values. */
    public AveragedSurfaceFrames {
        Objects.requireNonNull(slicing, "slicing");
        Objects.requireNonNull(surfaces, "surfaces");
        EventFrames.requireSize(surfaces.channels(), sensorWidth, sensorHeight);
    }

    @Override
    public int channels() {
        return surfaces.channels();
    }

    @Override
    public int width() {
        return (int) surfaces.shape(sensorWidth, sensorHeight)[CELLS_WIDE];
    }

    @Override
    public int height() {
        return (int) surfaces.shape(sensorWidth, sensorHeight)[CELLS_HIGH];
    }

    @Override
    public int slices(EventStream events) {
        return slicing.slices(events);
    }

    @Override
    public void addInto(EventStream events, float[] frames, int offset, int sliceStride) {
        Sensor.require(events, sensorWidth, sensorHeight);
        Sensor.requireOrder(events);
        requireRoom(slices(events), frames.length, offset, sliceStride);
        // In order of time a slice is one run.
        slicing.forEachRun(
                events, (slice, start, end) -> add(events.slice(start, end), frames, offset + slice * sliceStride));
    }

    /** Unchecked: the cells come first in the histograms and last in a frame. */
    private void add(EventStream events, float[] frames, int at) {
        float[] histograms = surfaces.of(events);
        int channels = channels();
        int cells = width() * height();
        for (int cell = 0; cell < cells; cell++) {
            for (int channel = 0; channel < channels; channel++) {
                frames[at + channel * cells + cell] += histograms[cell * channels + channel];
            }
        }
    }
}
