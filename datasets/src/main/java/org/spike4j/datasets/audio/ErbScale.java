package org.spike4j.datasets.audio;

/**
 * The scale of frequencies on which auditory filters are equally wide: their equivalent rectangular bandwidth (ERB), and
 * the number of such bands below a frequency, which is the integral of 1 / ERB.
 *
 * <pre>
 * ERB(f) = 24.7 (0.00437 f + 1) Hz
 * E(f)   = ln(0.00437 f + 1) / (24.7 0.00437)
 * </pre>
 *
 * <p>Glasberg, Moore 1990, "Derivation of auditory filter shapes from notched-noise data".
 */
public final class ErbScale {
    private static final double WIDTH_AT_ZERO = 24.7;
    private static final double SLOPE = 0.00437;

    private ErbScale() {}

    /**
     * Width of the auditory filter at a frequency.
     *
     * @param hertz its centre, at least 0
     * @return bandwidth in Hz
     */
    public static double bandwidth(double hertz) {
        return WIDTH_AT_ZERO * (SLOPE * hertz + 1);
    }

    /**
     * Number of bands below a frequency.
     *
     * @param hertz the frequency, at least 0
     * @return place on the scale, 0 at 0 Hz
     */
    public static double number(double hertz) {
        return Math.log(SLOPE * hertz + 1) / (WIDTH_AT_ZERO * SLOPE);
    }

    /**
     * The inverse of {@link #number}.
     *
     * @param number place on the scale
     * @return the frequency in Hz
     */
    public static double hertz(double number) {
        return (Math.exp(number * WIDTH_AT_ZERO * SLOPE) - 1) / SLOPE;
    }

    /**
     * Frequencies at equal distances on the scale.
     *
     * @param lowest first one in Hz
     * @param highest last one in Hz
     * @param count how many, at least 2
     * @return frequencies in Hz, rising
     */
    static double[] spaced(double lowest, double highest, int count) {
        double[] spaced = new double[count];
        double first = number(lowest);
        double step = (number(highest) - first) / (count - 1);
        for (int k = 0; k < count; k++) {
            spaced[k] = hertz(first + k * step);
        }
        return spaced;
    }
}
