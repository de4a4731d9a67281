package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Shifts the picture, and what leaves it on one side comes back on the other; no event is lost. Drawn anew for each
 * recording:
 *
 * <pre>
 * x' = (x + dx) mod width,   dx uniform in -floor(shareX width) to floor(shareX width)
 * y' = (y + dy) mod height,  dy uniform in -floor(shareY height) to floor(shareY height)
 * </pre>
 *
 * @param shareX farthest shift along a row as a share of the width, 0 to 1
 * @param shareY farthest shift along a column as a share of the height, 0 to 1
 */
public record Roll(double shareX, double shareY) implements EventTransform {
    /** Checks the values. */
    public Roll {
        Draw.requireShare(shareX, "shareX");
        Draw.requireShare(shareY, "shareY");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        short[] columns = places(events.width(), shareX, random);
        short[] rows = places(events.height(), shareY, random);
        Columns c = Columns.of(events);
        for (int i = 0; i < c.t.length; i++) {
            c.x[i] = columns[c.x[i]];
            c.y[i] = rows[c.y[i]];
        }
        return c.toStream(events);
    }

    private static short[] places(int side, double share, SplittableRandom random) {
        int farthest = (int) (share * side);
        int shift = random.nextInt(-farthest, farthest + 1);
        short[] places = new short[side];
        for (int i = 0; i < side; i++) {
            places[i] = (short) Math.floorMod(i + shift, side);
        }
        return places;
    }
}
