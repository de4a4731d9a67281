package org.spike4j.datasets.video.clip;

/**
 * Turns the hue of colours. With M and m the largest and the smallest of R, G, B and h their hue in turns (red 0, green 1/3,
 * blue 2/3), a turn by d gives
 *
 * <pre>
 * f(n) = M - (M - m) max(0, min(k, 4 - k, 1)),  k = (n + 6 (h + d)) mod 6
 * R = f(5),  G = f(3),  B = f(1)
 * </pre>
 *
 * <p>so that value and saturation of HSV stay, as grey does.
 */
final class HueTurn {
    private HueTurn() {}

    /** Turns the colour of each pixel of a clip of three channels. */
    static void turnInPlace(Clip clip, double turn) {
        float[] values = clip.values();
        int pixels = values.length / Grey.COLOURS;
        for (int i = 0; i < pixels; i++) {
            float red = values[i];
            float green = values[i + pixels];
            float blue = values[i + 2 * pixels];
            float largest = Math.max(red, Math.max(green, blue));
            float chroma = largest - Math.min(red, Math.min(green, blue));
            if (chroma > 0) {
                double sixths = sixths(red, green, blue, largest, chroma) + 6 * turn;
                values[i] = colour(5 + sixths, largest, chroma);
                values[i + pixels] = colour(3 + sixths, largest, chroma);
                values[i + 2 * pixels] = colour(1 + sixths, largest, chroma);
            }
        }
    }

    /** The hue in sixths of a turn, -1 to 5. */
    private static double sixths(float red, float green, float blue, float largest, float chroma) {
        if (largest == red) {
            return (green - blue) / (double) chroma;
        }
        return largest == green ? 2 + (blue - red) / (double) chroma : 4 + (red - green) / (double) chroma;
    }

    private static float colour(double sixths, float largest, float chroma) {
        double k = sixths - 6 * Math.floor(sixths / 6);
        return (float) (largest - chroma * Math.max(0, Math.min(Math.min(k, 4 - k), 1)));
    }
}
