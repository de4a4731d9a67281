package org.spike4j.examples.run.data;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.transform.Resize;

/**
 * Frames of a sensor whose size is changed first.
 *
 * @param frames the frames
 * @param size the change, to the sensor that the frames take; not random
 */
record ResizedFrames(EventFrames frames, Resize size) implements EventFrames {

    @Override
    public int channels() {
        return frames.channels();
    }

    @Override
    public int width() {
        return frames.width();
    }

    @Override
    public int height() {
        return frames.height();
    }

    @Override
    public int slices(EventStream events) {
        return frames.slices(events);
    }

    @Override
    public void addInto(EventStream events, float[] into, int offset, int sliceStride) {
        frames.addInto(size.apply(events, new SplittableRandom(0)), into, offset, sliceStride);
    }
}
