package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Drops all events of one rectangle about a pixel drawn anew for each recording; parts of the rectangle may lie off the
 * sensor. With the half sides w = floor(share width) / 2 and h = floor(share height) / 2, both rounded down, and (cx,
 * cy) uniform over the sensor:
 *
 * <pre>
 * dropped if  cx - w &lt;= x &lt; cx + w  and  cy - h &lt;= y &lt; cy + h
 * </pre>
 *
 * <p>DeVries and Taylor 2017, "Improved regularization of convolutional neural networks with cutout". {@link DropArea}
 * places the whole rectangle on the sensor instead.
 *
 * @param share share of each side of the sensor, 0 to 1
 */
public record CutOut(double share) implements EventTransform {
    /** Checks the value. */
    public CutOut {
        Draw.requireShare(share, "share");
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        int halfWidth = (int) (share * events.width()) / 2;
        int halfHeight = (int) (share * events.height()) / 2;
        int x = random.nextInt(events.width());
        int y = random.nextInt(events.height());
        return DropArea.without(events, x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }
}
