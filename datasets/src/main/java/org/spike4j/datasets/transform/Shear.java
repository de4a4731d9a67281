package org.spike4j.datasets.transform;

import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventStream;

/**
 * Slants the picture: rows slide along themselves, the middle one stays, by an angle a drawn anew for each recording,
 * uniform in -degrees to degrees:
 *
 * <pre>
 * x' = round(x + tan a (y - (height - 1) / 2)),  y' = y
 * </pre>
 *
 * <p>Events that leave the sensor are dropped.
 *
 * @param degrees largest angle, 0 to 80 degrees
 */
public record Shear(double degrees) implements EventTransform {
    private static final double STEEPEST = 80;

    /** Checks the value. */
    public Shear {
        if (!(degrees >= 0 && degrees <= STEEPEST)) {
            throw new IllegalArgumentException("degrees must be 0 to " + STEEPEST + ", was " + degrees);
        }
    }

    @Override
    public EventStream apply(EventStream events, SplittableRandom random) {
        double angle = Math.toRadians(Draw.between(random, -degrees, degrees));
        return new LinearMap(1, Math.tan(angle), 0, 1).apply(events);
    }
}
