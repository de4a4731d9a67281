package org.spike4j.datasets.transform;

import org.spike4j.datasets.event.EventStream;

/**
 * The events of a stream as columns of one's own, which may be changed in place; unchecked until they are a stream
 * again.
 */
final class Columns {
    final long[] t;
    final short[] x;
    final short[] y;
    final byte[] polarity;

    Columns(int size) {
        t = new long[size];
        x = new short[size];
        y = new short[size];
        polarity = new byte[size];
    }

    static Columns of(EventStream events) {
        Columns columns = new Columns(events.size());
        events.copyInto(columns.t, columns.x, columns.y, columns.polarity, 0);
        return columns;
    }

    /** Puts event i at a place that is not behind it. */
    void keep(int i, int place) {
        t[place] = t[i];
        x[place] = x[i];
        y[place] = y[i];
        polarity[place] = polarity[i];
    }

    /** The first events as a stream that takes these columns over. */
    EventStream toStream(int width, int height, int size) {
        return EventStream.ofColumns(width, height, size, t, x, y, polarity);
    }

    /** All events on the sensor of another stream. */
    EventStream toStream(EventStream like) {
        return toStream(like.width(), like.height(), t.length);
    }

    /** The first events on the sensor of another stream, or that stream itself if it has no more than these. */
    EventStream kept(EventStream of, int size) {
        return size == of.size() ? of : toStream(of.width(), of.height(), size);
    }
}
