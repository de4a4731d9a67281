package org.spike4j.datasets.representation;

import org.spike4j.datasets.event.EventStream;

/**
 * The events of a window of time that ends now, by pixel and polarity. Time must not go back.
 *
 * <p>All times lie in one column, grouped by pixel and polarity in the order of time; of each group the events from its
 * head to before its tail are recent.
 */
final class RecentEvents {
    private final EventStream events;
    private final long window;
    private final long[] times;
    private final int[] head;
    private final int[] tail;

    RecentEvents(EventStream events, long window) {
        this.events = events;
        this.window = window;
        this.times = new long[events.size()];
        int groups = Math.multiplyExact(2, events.width() * events.height());
        int[] starts = new int[groups + 1];
        for (int i = 0; i < events.size(); i++) {
            starts[group(events.x(i), events.y(i), events.polarity(i)) + 1]++;
        }
        for (int g = 0; g < groups; g++) {
            starts[g + 1] += starts[g];
        }
        this.head = starts.clone();
        this.tail = starts;
    }

    /** Adds an event; each once, in the order of the stream. */
    void add(int i) {
        times[tail[group(events.x(i), events.y(i), events.polarity(i))]++] = events.t(i);
    }

    /** Sum of exp(-(now - t) / tau) over the events of a pixel and polarity with now - window <= t < now. */
    double decayed(int x, int y, int polarity, long now, double tau) {
        int group = group(x, y, polarity);
        while (head[group] < tail[group] && now - times[head[group]] > window) {
            head[group]++;
        }
        double sum = 0;
        for (int k = head[group]; k < tail[group] && times[k] < now; k++) {
            sum += Math.exp((times[k] - now) / tau);
        }
        return sum;
    }

    private int group(int x, int y, int polarity) {
        return (polarity * events.height() + y) * events.width() + x;
    }
}
