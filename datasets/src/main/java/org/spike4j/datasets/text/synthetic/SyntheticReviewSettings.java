package org.spike4j.datasets.text.synthetic;

/**
 * How many reviews to make up.
 *
 * @param train reviews of each class to train with, 1 or more
 * @param test reviews of each class to test with, 1 or more
 * @param seed seed of everything
 */
public record SyntheticReviewSettings(int train, int test, long seed) {
    private static final SyntheticReviewSettings DEFAULTS = new SyntheticReviewSettings(1500, 300, 2011);

    /** Checks the numbers. */
    public SyntheticReviewSettings {
        if (train < 1 || test < 1) {
            throw new IllegalArgumentException(
                    "there must be 1 or more reviews of each class, were " + train + " and " + test);
        }
    }

    /**
     * 1500 reviews of each class to train with, 300 to test with.
     *
     * @return the settings to start from
     */
    public static SyntheticReviewSettings defaults() {
        return DEFAULTS;
    }

    /**
     * With other numbers of reviews.
     *
     * @param trainReviews of each class
     * @param testReviews of each class
     * @return changed settings
     */
    public SyntheticReviewSettings withReviews(int trainReviews, int testReviews) {
        return new SyntheticReviewSettings(trainReviews, testReviews, seed);
    }

    /**
     * How many files that makes.
     *
     * @return reviews
     */
    public int reviews() {
        return 2 * (train + test);
    }
}
