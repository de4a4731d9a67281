package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Turns the picture clockwise about its centre (cx, cy) by an angle a that is drawn anew for each recording, uniform in
 * least to most:
 *
 * <pre>
 * x' = round(cx + cos a (x - cx) - sin a (y - cy)),  y' = round(cy + sin a (x - cx) + cos a (y - cy))
 * </pre>
 *
 * <p>The sensor stays as it is; events that leave it are dropped. {@link QuarterTurns} loses none.
 *
 * @param leastDegrees smallest angle, degrees
 * @param mostDegrees largest angle, degrees
 */
public record Rotation(double leastDegrees, double mostDegrees) implements EventTransform {
    /** Checks the values. */
    public Rotation {
        if (!(leastDegrees >= -360 && leastDegrees <= mostDegrees && mostDegrees <= 360)) {
            throw new IllegalArgumentException("angles must be a range within -360 to 360 degrees, was " + leastDegrees
                    + " to " + mostDegrees + "; the smaller end is first");
        }
    }

    /**
     * By the same angle always.
     *
     * @param degrees the angle, clockwise
     * @return the transform
     */
    public static Rotation by(double degrees) {
        return new Rotation(degrees, degrees);
    }

    /**
     * By up to an angle in either direction.
     *
     * @param degrees largest angle, at least 0
     * @return the transform
     */
    public static Rotation upTo(double degrees) {
        return new Rotation(-degrees, degrees);
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        double angle = Math.toRadians(Draw.between(random, leastDegrees, mostDegrees));
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        return new LinearMap(cos, -sin, sin, cos).apply(events);
    }
}
