package org.spike4j.datasets.batch;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;

/**
 * Small random changes of a sample, for training only. There are no flips: they would turn left into right.
 *
 * <p>Per sample: dx and dy uniform in -maxShift to maxShift; an event at (x, y) moves to (x + dx, y + dy) and is
 * dropped if that is off the sensor. Shares a and b uniform in 0 to maxTrim; with the first event at t0 and the last at
 * t1, events outside t0 + a (t1 - t0) to t1 - b (t1 - t0) are dropped, so that the borders of the time slices come to
 * lie elsewhere.
 *
 * @param maxShiftX most pixels to the left or right, of the sensor
 * @param maxShiftY most pixels up or down, of the sensor
 * @param maxTrim most of the duration that is cut off at either end, 0 to 0.4
 * @param seed seed of the changes, which also depend on the epoch and the sample
 */
public record Augmentation(int maxShiftX, int maxShiftY, double maxTrim, long seed) implements SampleChange {
    /** Checks the values. */
    public Augmentation {
        if (maxShiftX < 0 || maxShiftY < 0) {
            throw new IllegalArgumentException("shifts must be >= 0, were " + maxShiftX + " and " + maxShiftY);
        }
        if (!(maxTrim >= 0 && maxTrim <= 0.4)) {
            throw new IllegalArgumentException("maxTrim must be 0 to 0.4, was " + maxTrim);
        }
    }

    @Override
    public EventStream apply(EventStream events, int epoch, int sample) {
        if (events.size() == 0) {
            return events;
        }
        SplittableRandom random = EpochOrder.random(seed, epoch, sample);
        int dx = random.nextInt(-maxShiftX, maxShiftX + 1);
        int dy = random.nextInt(-maxShiftY, maxShiftY + 1);
        long first = events.t(0);
        double duration = events.t(events.size() - 1) - first;
        long from = first + Math.round(duration * maxTrim * random.nextDouble());
        long to = first + Math.round(duration * (1 - maxTrim * random.nextDouble()));
        EventStreamBuilder changed = EventStream.builder(events.width(), events.height());
        for (int i = 0; i < events.size(); i++) {
            int x = events.x(i) + dx;
            int y = events.y(i) + dy;
            boolean seen = x >= 0 && x < events.width() && y >= 0 && y < events.height();
            if (seen && events.t(i) >= from && events.t(i) <= to) {
                changed.add(events.t(i), x, y, events.polarity(i));
            }
        }
        return changed.build();
    }
}
