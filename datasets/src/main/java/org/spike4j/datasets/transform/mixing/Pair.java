package org.spike4j.datasets.transform.mixing;

import org.spike4j.datasets.event.EventStream;

/**
 * Two recordings that start together, and which of their events stay; none does at first.
 *
 * @param first a recording
 * @param second another one of the same sensor
 * @param keepFirst per event of the first whether it stays; to be filled
 * @param keepSecond per event of the second whether it stays; to be filled
 */
record Pair(EventStream first, EventStream second, boolean[] keepFirst, boolean[] keepSecond) {
    static Pair of(EventStream first, EventStream second) {
        if (first.width() != second.width() || first.height() != second.height()) {
            throw new IllegalArgumentException("recordings to mix must share one sensor, were " + first.width() + "x"
                    + first.height() + " and " + second.width() + "x" + second.height() + "; resize or crop one");
        }
        return new Pair(first, second, new boolean[first.size()], new boolean[second.size()]);
    }

    /** The events that stay; those of the first come before those of the second of the same time. */
    EventStream join() {
        int size = count(keepFirst) + count(keepSecond);
        long[] t = new long[size];
        short[] x = new short[size];
        short[] y = new short[size];
        byte[] polarity = new byte[size];
        long delay = first.size() == 0 || second.size() == 0 ? 0 : start(first) - start(second);
        int a = next(keepFirst, 0);
        int b = next(keepSecond, 0);
        for (int i = 0; i < size; i++) {
            boolean fromFirst = b == second.size() || a < first.size() && first.t(a) <= second.t(b) + delay;
            EventStream from = fromFirst ? first : second;
            int event = fromFirst ? a : b;
            t[i] = from.t(event) + (fromFirst ? 0 : delay);
            x[i] = (short) from.x(event);
            y[i] = (short) from.y(event);
            polarity[i] = (byte) from.polarity(event);
            a = fromFirst ? next(keepFirst, a + 1) : a;
            b = fromFirst ? b : next(keepSecond, b + 1);
        }
        return EventStream.ofColumns(first.width(), first.height(), size, t, x, y, polarity);
    }

    /** Refuses series that are not planes of one shape. */
    static void requireSameShape(float[] first, float[] second, int width, int height) {
        if (first.length != second.length || width < 1 || height < 1 || first.length % (width * height) != 0) {
            throw new IllegalArgumentException("series to mix must both be planes of " + width + "x" + height + ", had "
                    + first.length + " and " + second.length + " numbers");
        }
    }

    static int count(boolean[] marked) {
        int count = 0;
        for (boolean mark : marked) {
            count += mark ? 1 : 0;
        }
        return count;
    }

    private static int next(boolean[] keep, int from) {
        int next = from;
        while (next < keep.length && !keep[next]) {
            next++;
        }
        return next;
    }

    private static long start(EventStream events) {
        long start = events.t(0);
        for (int i = 1; i < events.size(); i++) {
            start = Math.min(start, events.t(i));
        }
        return start;
    }
}
