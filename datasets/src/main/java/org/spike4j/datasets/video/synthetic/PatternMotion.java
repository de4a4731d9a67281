package org.spike4j.datasets.video.synthetic;

import java.util.Locale;

/** How a pattern moves; the classes of {@link MovingPatterns}. */
enum PatternMotion {
    RIGHT,
    LEFT,
    UP,
    DOWN,
    CLOCKWISE,
    COUNTERCLOCKWISE,
    SWAY,
    BOB;

    /** Name of the class and of its folder. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Where the pattern is.
     *
     * @param time pictures from the middle of the video
     * @param speed pixels per picture, of the rim where the pattern turns
     * @param radius half of the side of the picture
     */
    Pose at(double time, double speed, double radius) {
        double way = speed * time;
        // Swings over 2 speed / w pixels to either side, so that the fastest motion is that of the other classes.
        double swing = speed / SWING * Math.sin(SWING * time);
        return switch (this) {
            case RIGHT -> new Pose(way, 0, 0);
            case LEFT -> new Pose(-way, 0, 0);
            case UP -> new Pose(0, -way, 0);
            case DOWN -> new Pose(0, way, 0);
            case CLOCKWISE -> new Pose(0, 0, way / radius * TURN);
            case COUNTERCLOCKWISE -> new Pose(0, 0, -way / radius * TURN);
            case SWAY -> new Pose(swing, 0, 0);
            case BOB -> new Pose(0, swing, 0);
        };
    }

    /** Angle of a swing per picture: it comes back after 8 pictures. */
    private static final double SWING = 2 * Math.PI / 8;

    /** The middle of a turning pattern hardly moves, so its rim may be faster. */
    private static final double TURN = 1.6;

    /** Shift in pixels, and turn in radians (clockwise as seen). */
    record Pose(double x, double y, double angle) {}
}
