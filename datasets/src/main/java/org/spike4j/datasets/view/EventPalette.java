package org.spike4j.datasets.view;

import java.awt.image.IndexColorModel;

/**
 * 256 colours by intensity and share of brighter events: white without events, towards blue for polarity 1, red for
 * polarity 0, purple for both.
 */
final class EventPalette {
    private static final int LEVELS = 16;
    private static final int[] BRIGHTER = {20, 60, 230};
    private static final int[] DARKER = {220, 30, 40};
    /** A single event must be seen on white, so intensity starts here. */
    private static final double FAINTEST = 0.35;

    private EventPalette() {}

    static IndexColorModel colours() {
        byte[][] rgb = new byte[3][LEVELS * LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            double intensity = level == 0 ? 0 : FAINTEST + (1 - FAINTEST) * (level - 1) / (LEVELS - 2.0);
            for (int share = 0; share < LEVELS; share++) {
                double blue = share / (LEVELS - 1.0);
                for (int c = 0; c < 3; c++) {
                    double full = blue * BRIGHTER[c] + (1 - blue) * DARKER[c];
                    rgb[c][level * LEVELS + share] = (byte) Math.round(255 + intensity * (full - 255));
                }
            }
        }
        return new IndexColorModel(8, LEVELS * LEVELS, rgb[0], rgb[1], rgb[2]);
    }

    /**
     * Colour of a pixel.
     *
     * @param darker events of polarity 0 there
     * @param brighter events of polarity 1 there
     * @param full number of events that is shown at full intensity
     * @return index into the colours
     */
    static int colour(float darker, float brighter, float full) {
        float events = darker + brighter;
        if (events == 0) {
            return 0;
        }
        double intensity = full <= 1 ? 1 : Math.min(1, Math.log(events) / Math.log(full));
        int level = 1 + (int) Math.round(intensity * (LEVELS - 2));
        return level * LEVELS + Math.round(brighter / events * (LEVELS - 1));
    }
}
