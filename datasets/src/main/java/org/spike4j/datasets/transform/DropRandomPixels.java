package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops all events of random pixels: each pixel is dead with probability r; r is drawn anew for each recording, uniform
 * in least to most.
 *
 * @param least smallest share of dead pixels, 0 to 1
 * @param most largest share
 */
public record DropRandomPixels(double least, double most) implements EventTransform {
    /** Checks the values. */
    public DropRandomPixels {
        Draw.requireShares(least, most, "shares");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        double share = Draw.between(random, least, most);
        boolean[] dead = new boolean[events.width() * events.height()];
        for (int i = 0; i < dead.length; i++) {
            dead[i] = random.nextDouble() < share;
        }
        return PixelMask.apply(events, dead);
    }
}
