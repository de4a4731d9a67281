package org.spike4j.datasets.volume.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.spike4j.datasets.volume.HounsfieldWindow;

/**
 * One made-up scan: a lung of its own density and noise, in which candidates are painted.
 *
 * @param lung density between bodies, in Hounsfield units
 * @param noise standard deviation of a pixel, in Hounsfield units
 * @param breath largest shift of a slice against its neighbours, pixels
 */
record Scan(double lung, double noise, double breath) {
    static final int DEPTH = 8;
    static final int SIDE = 32;
    private static final int BYSTANDERS = 3;
    private static final double SLOWEST = 1.2;
    private static final double FASTEST = 2.6;

    static Scan drawn(SplittableRandom random) {
        return new Scan(random.nextDouble(-900, -750), random.nextDouble(40, 140), random.nextDouble(0.2, 0.8));
    }

    /** A candidate as grey bytes, [DEPTH, SIDE, SIDE]. */
    byte[] patch(SplittableRandom random, boolean nodule) {
        List<Body> bodies = new ArrayList<>();
        bodies.add(Body.candidate(random, nodule ? 0 : random.nextDouble(SLOWEST, FASTEST)));
        for (int i = 0; i < BYSTANDERS; i++) {
            bodies.add(Body.bystander(random, SIDE));
        }
        byte[] patch = new byte[DEPTH * SIDE * SIDE];
        for (int z = 0; z < DEPTH; z++) {
            double shiftX = random.nextDouble(-breath, breath);
            double shiftY = random.nextDouble(-breath, breath);
            for (int at = 0; at < SIDE * SIDE; at++) {
                double density = lung + noise * gaussian(random);
                for (Body body : bodies) {
                    density += body.density(z, at % SIDE + shiftX, at / SIDE + shiftY);
                }
                patch[z * SIDE * SIDE + at] = (byte) Math.round(255 * HounsfieldWindow.LUNG.grey((float) density));
            }
        }
        return patch;
    }

    /** A standard normal number, by Box and Muller. */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
