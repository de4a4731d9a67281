package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * EventMix: inside a random part of space and time, of any shape, the events are those of the second recording, outside
 * those of the first. The part holds the share 1 - lambda of the volume, lambda ~ Beta(alpha, alpha), and is where a
 * random sum of 2 to 4 Gaussians is largest. The label goes by events, not by volume: with r1 and r2 the shares of the
 * events of each recording that lie inside,
 *
 * <pre>
 * firstShare = 1 - r2 / (1 - r1 + r2)
 * </pre>
 *
 * <p>Places are counted from 0 to 1 over the sensor and over the duration of each recording, time in {@value #TIMES}
 * steps. If no event would be left, the first recording stays. Shen, Zhao and Zeng 2023, "EventMix: An efficient data
 * augmentation strategy for event-based learning", with the Gaussians of their library BrainCog.
 *
 * @param alpha of the beta distribution, above 0; 1 is the authors' choice
 */
public record EventMix(double alpha) implements EventMixing {
    private static final int TIMES = 4096;

    /** Checks the value. */
    public EventMix {
        Beta.requireAlpha(alpha);
    }

    @Override
    public MixedEvents mix(EventStream first, EventStream second, SplittableRandom random) {
        Pair pair = Pair.of(first, second);
        GaussianMask mask = GaussianMask.draw(1 - new Beta(alpha).draw(random), random);
        double insideFirst = mark(first, mask, false, pair.keepFirst());
        double insideSecond = mark(second, mask, true, pair.keepSecond());
        double all = 1 - insideFirst + insideSecond;
        return all == 0 ? new MixedEvents(first, 1) : new MixedEvents(pair.join(), 1 - insideSecond / all);
    }

    /** Keeps the events inside or outside the mask; the share of events inside, 0 without events. */
    private static double mark(EventStream events, GaussianMask mask, boolean keepInside, boolean[] keep) {
        int size = events.size();
        if (size == 0) {
            return 0;
        }
        long first = events.t(0);
        double perMicro = TIMES / Math.max(1.0, events.t(size - 1) - first);
        double[] columns = mask.along(0, events.width());
        double[] rows = mask.along(1, events.height());
        double[] times = mask.along(2, TIMES);
        int inside = 0;
        for (int i = 0; i < size; i++) {
            int time = Math.min(TIMES - 1, Math.max(0, (int) ((events.t(i) - first) * perMicro)));
            boolean in = GaussianMask.value(columns, events.x(i), rows, events.y(i), times, time) > mask.threshold();
            keep[i] = in == keepInside;
            inside += in ? 1 : 0;
        }
        return (double) inside / size;
    }
}
