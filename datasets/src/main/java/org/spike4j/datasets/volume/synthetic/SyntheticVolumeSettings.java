package org.spike4j.datasets.volume.synthetic;

/**
 * How many volumes to make up.
 *
 * @param trainSeries scans to train with, 1 or more; each has its own look
 * @param testSeries scans to test with, 1 or more
 * @param perSeries candidates of each class in a scan, 1 or more
 * @param seed seed of everything
 */
public record SyntheticVolumeSettings(int trainSeries, int testSeries, int perSeries, long seed) {
    private static final SyntheticVolumeSettings DEFAULTS = new SyntheticVolumeSettings(300, 75, 2, 2016);

    /** Checks the numbers. */
    public SyntheticVolumeSettings {
        if (trainSeries < 1 || testSeries < 1 || perSeries < 1) {
            throw new IllegalArgumentException("there must be 1 or more series to train with and to test with, and 1 or"
                    + " more candidates in each, were " + trainSeries + ", " + testSeries + " and " + perSeries);
        }
    }

    /**
     * 300 scans to train with, 75 to test with, two nodules and two vessels in each.
     *
     * @return the settings to start from
     */
    public static SyntheticVolumeSettings defaults() {
        return DEFAULTS;
    }

    /**
     * With other numbers of scans.
     *
     * @param train scans to train with
     * @param test scans to test with
     * @return changed settings
     */
    public SyntheticVolumeSettings withSeries(int train, int test) {
        return new SyntheticVolumeSettings(train, test, perSeries, seed);
    }

    /**
     * How many files that makes.
     *
     * @return patches, half of them nodules
     */
    public int patches() {
        return 2 * perSeries * (trainSeries + testSeries);
    }
}
