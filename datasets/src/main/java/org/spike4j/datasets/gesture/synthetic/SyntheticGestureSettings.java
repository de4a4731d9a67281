package org.spike4j.datasets.gesture.synthetic;

/**
 * What to make up.
 *
 * @param trainUsers people to train with, at least 1; they are user01, user02 and so on
 * @param testUsers people to test with, at least 1; they are numbered after those to train with
 * @param lights recordings of each person, each under another light, 1 to 5
 * @param secondsPerGesture length of a gesture, within a tenth; 0.2 to 10
 * @param seed seed of everything; equal settings give equal bytes
 */
public record SyntheticGestureSettings(int trainUsers, int testUsers, int lights, double secondsPerGesture, long seed) {
    private static final SyntheticGestureSettings DEFAULTS = new SyntheticGestureSettings(23, 6, 3, 1.0, 2023);

    /** Checks the values. */
    public SyntheticGestureSettings {
        if (trainUsers < 1 || testUsers < 1 || trainUsers + testUsers > 99) {
            throw new IllegalArgumentException("there must be 1 or more users to train with and to test with, at most"
                    + " 99 together, were " + trainUsers + " and " + testUsers);
        }
        if (lights < 1 || lights > Lighting.values().length) {
            throw new IllegalArgumentException("lights must be 1 to " + Lighting.values().length + ", was " + lights);
        }
        if (!(secondsPerGesture >= 0.2 && secondsPerGesture <= 10)) {
            throw new IllegalArgumentException("secondsPerGesture must be 0.2 to 10, was " + secondsPerGesture);
        }
    }

    /**
     * As many people as in the real data set: users 1 to 23 to train with, 24 to 29 to test with, three lights each,
     * about a second a gesture.
     *
     * @return the settings to start from
     */
    public static SyntheticGestureSettings defaults() {
        return DEFAULTS;
    }

    /**
     * With other numbers of people.
     *
     * @param train people to train with
     * @param test people to test with
     * @return changed settings
     */
    public SyntheticGestureSettings withUsers(int train, int test) {
        return new SyntheticGestureSettings(train, test, lights, secondsPerGesture, seed);
    }

    /**
     * With another number of recordings per person.
     *
     * @param count 1 to 5
     * @return changed settings
     */
    public SyntheticGestureSettings withLights(int count) {
        return new SyntheticGestureSettings(trainUsers, testUsers, count, secondsPerGesture, seed);
    }

    /**
     * With gestures of another length.
     *
     * @param seconds 0.2 to 10
     * @return changed settings
     */
    public SyntheticGestureSettings withSecondsPerGesture(double seconds) {
        return new SyntheticGestureSettings(trainUsers, testUsers, lights, seconds, seed);
    }

    /**
     * With other people.
     *
     * @param value seed
     * @return changed settings
     */
    public SyntheticGestureSettings withSeed(long value) {
        return new SyntheticGestureSettings(trainUsers, testUsers, lights, secondsPerGesture, value);
    }

    /**
     * How many recordings that makes, each of eleven gestures.
     *
     * @return recordings
     */
    public int recordings() {
        return (trainUsers + testUsers) * lights;
    }
}
