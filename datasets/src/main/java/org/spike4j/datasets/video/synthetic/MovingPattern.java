package org.spike4j.datasets.video.synthetic;

import java.util.SplittableRandom;

/**
 * One video: a random pattern in two random colours that moves at a random speed around a random place. Everything but
 * the motion is drawn from the seed alone, and all motions pass through the same picture in the middle of the video. So
 * that picture says nothing about the class; nor does any other, since a shifted or turned pattern is as likely as the
 * pattern itself.
 */
final class MovingPattern {
    /** Rows and columns. */
    static final int SIDE = 32;
    /** Pictures of a video. */
    static final int PICTURES = 24;

    private static final double LEAST_SPEED = 0.7;
    private static final double MOST_SPEED = 1.4;
    private static final double LEAST_CONTRAST = 90;

    private final PatternMotion motion;
    private final Texture texture;
    private final double[] colours = new double[6];
    private final double speed;
    private final double x;
    private final double y;

    MovingPattern(PatternMotion motion, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.motion = motion;
        this.texture = new Texture(random);
        this.speed = random.nextDouble(LEAST_SPEED, MOST_SPEED);
        this.x = random.nextDouble(64);
        this.y = random.nextDouble(64);
        do {
            for (int c = 0; c < colours.length; c++) {
                colours[c] = random.nextDouble(10, 245);
            }
        } while (Math.abs(grey(0) - grey(3)) < LEAST_CONTRAST);
    }

    /** A picture, [SIDE, SIDE, 3], number 0 to PICTURES - 1. */
    byte[] picture(int number) {
        double radius = SIDE / 2.0;
        PatternMotion.Pose pose = motion.at(number - PICTURES / 2, speed, radius);
        double cos = Math.cos(pose.angle());
        double sin = Math.sin(pose.angle());
        byte[] rgb = new byte[3 * SIDE * SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                double right = column + 0.5 - radius - pose.x();
                double down = row + 0.5 - radius - pose.y();
                double share = texture.at(x + cos * right + sin * down, y - sin * right + cos * down);
                for (int c = 0; c < 3; c++) {
                    rgb[3 * (row * SIDE + column) + c] =
                            (byte) Math.round(colours[c] + share * (colours[c + 3] - colours[c]));
                }
            }
        }
        return rgb;
    }

    private double grey(int first) {
        return 0.299 * colours[first] + 0.587 * colours[first + 1] + 0.114 * colours[first + 2];
    }
}
