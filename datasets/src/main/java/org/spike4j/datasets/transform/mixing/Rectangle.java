package org.spike4j.datasets.transform.mixing;

import java.util.SplittableRandom;

/**
 * The rectangle of {@link CutMix}.
 *
 * @param columns per column whether it is inside
 * @param rows per row whether it is inside
 */
record Rectangle(boolean[] columns, boolean[] rows) {

    static Rectangle draw(int width, int height, double alpha, SplittableRandom random) {
        double side = Math.sqrt(1 - new Beta(alpha).draw(random));
        boolean[] columns = inside(width, side, random);
        return new Rectangle(columns, inside(height, side, random));
    }

    boolean has(int x, int y) {
        return columns[x] && rows[y];
    }

    /** Share of the pixels that are not inside. */
    double outside() {
        double pixels = (double) columns.length * rows.length;
        return 1 - (double) Pair.count(columns) * Pair.count(rows) / pixels;
    }

    private static boolean[] inside(int pixels, double side, SplittableRandom random) {
        int half = (int) (pixels * side) / 2;
        int center = random.nextInt(pixels);
        boolean[] inside = new boolean[pixels];
        for (int i = Math.max(0, center - half); i < Math.min(pixels, center + half); i++) {
            inside[i] = true;
        }
        return inside;
    }
}
