package org.spike4j.datasets.gesture.synthetic;

import java.util.SplittableRandom;

/**
 * Tones of a user and of the room, as differences of log intensity from grey. Skin is always
 * brighter than the shirt, so that hands before the chest show.
 *
 * @param background of the room
 * @param skin of head and hands
 * @param shirt of the trunk
 * @param sleeve of the forearms; upper arms are of the shirt
 * @param stripes depth of the shirt's stripes, as a share of its tone
 * @param stripePeriod length of a stripe, pixels
 * @param texture seed of the wall behind
 */
record Looks(
        double background,
        double skin,
        double shirt,
        double sleeve,
        double stripes,
        double stripePeriod,
        long texture) {
    private static final double GREY = 0.3;
    private static final double BRIGHTEST = 0.75;
    private static final double WALL_DEPTH = 0.12;

    static Looks draw(SplittableRandom random) {
        double skin = Draw.between(random, 0.58, 0.8);
        double shirt = random.nextInt(3) == 0 ? Draw.between(random, 0, 0.15) : Draw.between(random, -0.75, -0.3);
        double sleeve = random.nextInt(4) == 0 ? shirt : skin;
        double stripes = random.nextInt(3) == 0 ? Draw.between(random, 0.08, 0.2) : 0;
        return new Looks(
                Draw.between(random, -0.15, 0.05),
                skin,
                shirt,
                sleeve,
                stripes,
                Draw.between(random, 5, 10),
                random.nextLong());
    }

    /** Intensity of a tone under a light: grey exp(contrast tone). */
    static float intensity(double tone, Lighting light) {
        return (float) Math.min(BRIGHTEST, GREY * Math.exp(light.contrast() * tone));
    }

    /** The wall: a few soft waves about the background's tone. */
    float[] wall(int size, Lighting light) {
        SplittableRandom random = new SplittableRandom(texture);
        double[] wave = random.doubles(4 * 3).toArray();
        float[] wall = new float[size * size];
        for (int i = 0; i < wall.length; i++) {
            int row = i / size;
            double sum = 0;
            for (int k = 0; k < wave.length; k += 3) {
                double across = (wave[k] - 0.5) * (i % size) + (wave[k + 1] - 0.5) * row;
                sum += Math.sin(0.5 * across + 2 * Math.PI * wave[k + 2]);
            }
            wall[i] = intensity(background + WALL_DEPTH * sum / 2, light);
        }
        return wall;
    }
}
