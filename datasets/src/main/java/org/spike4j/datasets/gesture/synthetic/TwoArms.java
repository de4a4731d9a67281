package org.spike4j.datasets.gesture.synthetic;

/** The gestures that both arms take part in. */
final class TwoArms {
    private static final double CLAP_HZ = 2.1;
    private static final double ROLL_HZ = 2.0;
    private static final double DRUM_HZ = 2.0;
    private static final double STRUM_HZ = 2.6;

    private TwoArms() {}

    /** Hands apart and together again, in front of the chest. */
    static Motion clap(Style style) {
        return seconds -> {
            double open = 0.5 + 0.5 * Math.cos(style.angle(CLAP_HZ, seconds));
            double side = 0.14 + 0.75 * style.reach() * open;
            Vec3 middle = new Vec3(0, -0.35, 0.95).plus(style.tilt());
            return Hands.of(middle.plus(new Vec3(side, 0, 0)), middle.plus(new Vec3(-side, 0, 0)));
        };
    }

    /** Forearms level, one above the other, each going round the other. */
    static Motion roll(Style style) {
        return seconds -> {
            double angle = style.angle(ROLL_HZ, seconds);
            double up = 0.46 * style.reach() * Math.sin(angle);
            double forward = 0.35 * style.reach() * Math.cos(angle);
            Vec3 middle = new Vec3(0, -0.35, 0.75).plus(style.tilt());
            return Hands.of(middle.plus(new Vec3(-0.12, up, forward)), middle.plus(new Vec3(0.12, -up, -forward)));
        };
    }

    /** Hands in front of the hips, well apart, hitting in turns: slow up, quick down. */
    static Motion drums(Style style) {
        return seconds -> {
            double angle = style.angle(DRUM_HZ, seconds);
            Vec3 middle = new Vec3(0, -0.55, 0.85).plus(style.tilt());
            Vec3 right = new Vec3(0.75, 0.5 * style.reach() * hit(angle), 0);
            Vec3 left = new Vec3(-0.75, 0.5 * style.reach() * hit(angle + Math.PI), 0);
            return Hands.of(middle.plus(right), middle.plus(left));
        };
    }

    /** Left hand out at the neck of the guitar, sliding a little; right hand strumming over the belly. */
    static Motion guitar(Style style) {
        return seconds -> {
            double strum = Math.sin(style.angle(STRUM_HZ, seconds));
            double slide = Math.sin(style.angle(0.7, seconds));
            Vec3 right = new Vec3(0.3 + 0.12 * strum, -1.0 + 0.42 * style.reach() * strum, 0.75);
            Vec3 left = new Vec3(-1.65 - 0.18 * slide, 0.1 + 0.08 * slide, 0.5);
            return Hands.of(right.plus(style.tilt()), left.plus(style.tilt()));
        };
    }

    private static double hit(double angle) {
        return Math.sin(angle + 0.45 * Math.sin(angle));
    }
}
