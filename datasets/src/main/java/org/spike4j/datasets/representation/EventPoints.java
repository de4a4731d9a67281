package org.spike4j.datasets.representation;

import org.spike4j.datasets.event.EventStream;

/**
 * The events themselves as a list of N points in space and time, [N, 4], for networks that take point clouds. Of n events,
 * row k is event i(k), by column:
 *
 * <pre>
 * i(k) = k                if n &lt;= N; rows from n on are 0
 * i(k) = floor(k n / N)   if n &gt; N, evenly over the events
 * (x / width, y / height, (t - first) / (last - first), 2 p - 1)
 * </pre>
 *
 * <p>first and last are those of all events; if they are equal, the third column is 0. A row of padding has polarity 0,
 * which no event has.
 *
 * @param points N, at least 1
 */
public record EventPoints(int points) {
    private static final int COLUMNS = 4;

    /** Checks the value. */
    public EventPoints {
        if (points < 1 || points > Integer.MAX_VALUE / COLUMNS) {
            throw new IllegalArgumentException(
                    "points must be 1 to " + Integer.MAX_VALUE / COLUMNS + ", was " + points);
        }
    }

    /**
     * The list of a recording.
     *
     * @param events a recording; not modified
     * @return [N, 4] in c order
     */
    public float[] of(EventStream events) {
        int size = events.size();
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            first = Math.min(first, events.t(i));
            last = Math.max(last, events.t(i));
        }
        double duration = last > first ? (double) last - first : 1;
        float[] list = new float[points * COLUMNS];
        for (int k = 0; k < Math.min(points, size); k++) {
            int i = size <= points ? k : (int) ((long) k * size / points);
            list[k * COLUMNS] = (float) events.x(i) / events.width();
            list[k * COLUMNS + 1] = (float) events.y(i) / events.height();
            list[k * COLUMNS + 2] = (float) ((events.t(i) - first) / duration);
            list[k * COLUMNS + 3] = 2 * events.polarity(i) - 1;
        }
        return list;
    }
}
