package org.spike4j.datasets.gesture.synthetic;

/** The gestures of the right arm; those of the left are their mirror images. The other arm hangs down. */
final class OneArm {
    private static final Vec3 HANGING = new Vec3(0.98, -1.9, 0.15);
    private static final double WAVE_HZ = 2.0;
    private static final double CIRCLE_HZ = 1.35;

    private OneArm() {}

    /** Hand raised, swinging on an arc to both sides. */
    static Motion wave(Style style) {
        return seconds -> {
            double swing = Math.sin(style.angle(WAVE_HZ, seconds));
            Vec3 hand = new Vec3(1.15 + 0.55 * style.reach() * swing, 0.85 - 0.15 * swing * swing, 0.35);
            return Hands.of(hand.plus(style.tilt()), hanging(style, seconds));
        };
    }

    /**
     * Hand going round beside the body. Clockwise is meant as the person sees it, so the camera, which faces the person,
     * sees it counter-clockwise.
     */
    static Motion circle(Style style, boolean clockwise) {
        double sense = clockwise ? -1 : 1;
        return seconds -> {
            double angle = sense * style.angle(CIRCLE_HZ, seconds);
            double radius = 0.8 * style.reach();
            Vec3 hand = new Vec3(1.2 + radius * Math.cos(angle), 0.05 + radius * Math.sin(angle), 0.45);
            return Hands.of(hand.plus(style.tilt()), hanging(style, seconds));
        };
    }

    /** The left arm at rest: it swings a little. */
    static Vec3 hanging(Style style, double seconds) {
        double sway = 0.03 * Math.sin(style.angle(0.6, seconds));
        return HANGING.mirrored().plus(new Vec3(sway, 0, 0));
    }
}
