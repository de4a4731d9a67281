package org.spike4j.datasets.video.synthetic;

import java.util.SplittableRandom;

/**
 * An endless random pattern of soft patches that looks the same at every place and in every direction: white noise,
 * blurred by a Gaussian, repeated in both directions, stretched so that most of it is nearly 0 or 1.
 */
final class Texture {
    private static final int SIZE = 64;
    private static final double BLUR = 2.2;
    private static final int REACH = 7;
    private static final double SHARPNESS = 4;

    private final double[] values = new double[SIZE * SIZE];

    Texture(SplittableRandom random) {
        double[] noise = new double[SIZE * SIZE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian();
        }
        double[] rows = blur(noise, 1);
        double[] blurred = blur(rows, SIZE);
        double power = 0;
        for (double value : blurred) {
            power += value * value / blurred.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 / (1 + Math.exp(-SHARPNESS * blurred[i] / Math.sqrt(power)));
        }
    }

    /** Value at a place, 0 to 1, interpolated between the four points around it. */
    double at(double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double a = x - left;
        double b = y - top;
        return (1 - b) * ((1 - a) * point(left, top) + a * point(left + 1, top))
                + b * ((1 - a) * point(left, top + 1) + a * point(left + 1, top + 1));
    }

    private double point(int x, int y) {
        return values[Math.floorMod(y, SIZE) * SIZE + Math.floorMod(x, SIZE)];
    }

    /** Along rows for a stride of 1, along columns for one of SIZE. */
    private static double[] blur(double[] from, int stride) {
        double[] to = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            int place = i / stride % SIZE;
            for (int k = -REACH; k <= REACH; k++) {
                int other = i + (Math.floorMod(place + k, SIZE) - place) * stride;
                to[i] += Math.exp(-k * k / (2 * BLUR * BLUR)) * from[other];
            }
        }
        return to;
    }
}
