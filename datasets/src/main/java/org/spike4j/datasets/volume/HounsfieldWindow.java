package org.spike4j.datasets.volume;

/**
 * Grey value of a radiodensity: g = (h - low) / (high - low), cut off at 0 and 1.
 *
 * @param low density that becomes 0, in Hounsfield units
 * @param high density that becomes 1, in Hounsfield units
 */
public record HounsfieldWindow(float low, float high) {
    /** From air to bone, as is usual for lungs. */
    public static final HounsfieldWindow LUNG = new HounsfieldWindow(-1200, 600);

    /** Checks the order. */
    public HounsfieldWindow {
        if (!(low < high)) {
            throw new IllegalArgumentException("low must be below high, were " + low + " and " + high);
        }
    }

    /**
     * The grey value.
     *
     * @param density in Hounsfield units
     * @return 0 to 1
     */
    public float grey(float density) {
        return Math.min(1, Math.max(0, (density - low) / (high - low)));
    }
}
