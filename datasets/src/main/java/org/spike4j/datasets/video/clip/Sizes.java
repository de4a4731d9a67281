package org.spike4j.datasets.video.clip;

/** Checks that several transforms share. */
final class Sizes {
    private Sizes() {}

    static void requirePositive(int width, int height) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("width and height must be >= 1, were " + width + " and " + height);
        }
    }

    static void requireShare(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be 0 to 1, was " + value);
        }
    }
}
