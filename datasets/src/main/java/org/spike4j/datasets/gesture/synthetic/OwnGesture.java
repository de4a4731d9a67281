package org.spike4j.datasets.gesture.synthetic;

/**
 * The eleventh class: a motion of a person's own. Each is unlike the ten others: both arms at once and alike, above the
 * shoulders or far out, or the whole body.
 */
enum OwnGesture {
    /** Both arms beat like wings. */
    FLAP(1.5) {
        @Override
        Hands pose(double angle, double reach, double bias) {
            double raise = 0.75 * reach * Math.sin(angle) + 0.1;
            double out = 0.85 + 1.55 * Math.cos(raise);
            return both(new Vec3(out, 1.55 * Math.sin(raise) + bias, 0.3));
        }
    },
    /** Both hands wave overhead, side by side. */
    CHEER(1.6) {
        @Override
        Hands pose(double angle, double reach, double bias) {
            double swing = 0.45 * reach * Math.sin(angle);
            return Hands.of(new Vec3(0.75 + swing, 1.6 + bias, 0.3), new Vec3(-0.75 + swing, 1.6 + bias, 0.3));
        }
    },
    /** The body leans from side to side, arms spread. */
    PLANE(1.0) {
        @Override
        Hands pose(double angle, double reach, double bias) {
            double lean = 0.55 * reach * Math.sin(angle);
            Vec3 right = new Vec3(2.35, 0.3 + bias - 0.9 * lean, 0.2);
            Vec3 left = new Vec3(-2.35, 0.3 + bias + 0.9 * lean, 0.2);
            return new Hands(right, left, lean, 0);
        }
    },
    /** Knees bend, hands on the hips. */
    BOB(1.4) {
        @Override
        Hands pose(double angle, double reach, double bias) {
            Hands hips = both(new Vec3(0.9, -1.25 + bias, 0.1));
            return new Hands(hips.right(), hips.left(), 0, 0.45 * reach * Math.sin(angle) - 0.2);
        }
    },
    /** Both hands are pushed up from the shoulders and pulled down. */
    LIFT(1.3) {
        @Override
        Hands pose(double angle, double reach, double bias) {
            return both(new Vec3(0.95, 0.95 + bias + 0.7 * reach * Math.sin(angle), 0.35));
        }
    };

    private final double hz;

    OwnGesture(double hz) {
        this.hz = hz;
    }

    /** Pose at an angle of the cycle. */
    abstract Hands pose(double angle, double reach, double bias);

    /** What a person does, in all their recordings. The kinds go round, so that each has people to learn it from. */
    static OwnGesture of(int user) {
        return values()[user % values().length];
    }

    Motion motion(Style style) {
        return seconds ->
                pose(style.angle(hz, seconds), style.reach(), style.tilt().y());
    }

    private static Hands both(Vec3 right) {
        return Hands.of(right, right.mirrored());
    }
}
