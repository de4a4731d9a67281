package org.spike4j.datasets.gesture.synthetic;

import java.util.SplittableRandom;

/**
 * How one performance of a gesture differs from another of the same class.
 *
 * @param speed factor on the usual frequency
 * @param reach factor on the usual amplitude
 * @param phase where in its cycle the motion starts, in radians
 * @param tilt shift of the centre of the motion, in lengths of the upper arm
 */
record Style(double speed, double reach, double phase, Vec3 tilt) {
    /** A person's habits: drawn once per person and gesture. */
    static Style habit(SplittableRandom random) {
        return new Style(
                Draw.between(random, 0.8, 1.25),
                Draw.between(random, 0.85, 1.15),
                0,
                new Vec3(Draw.between(random, -0.1, 0.1), Draw.between(random, -0.1, 0.1), 0));
    }

    /** One performance by a person of this habit. */
    Style performance(SplittableRandom random) {
        return new Style(
                speed * Draw.between(random, 0.93, 1.07),
                reach * Draw.between(random, 0.94, 1.06),
                Draw.between(random, 0, 2 * Math.PI),
                tilt.plus(new Vec3(Draw.between(random, -0.05, 0.05), Draw.between(random, -0.05, 0.05), 0)));
    }

    /**
     * Angle of a cyclic motion.
     *
     * @param hz usual frequency
     * @param seconds time since the start
     * @return phase + 2 pi hz speed seconds, in radians
     */
    double angle(double hz, double seconds) {
        return phase + 2 * Math.PI * hz * speed * seconds;
    }
}
