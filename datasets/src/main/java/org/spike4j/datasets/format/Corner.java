package org.spike4j.datasets.format;

/** Where the pixel in column 0 and row 0 of a file lies in the picture that people expect. */
public enum Corner {
    /** Rows from above, columns from the left, as in most formats. */
    UPPER_LEFT(false, false),
    /** Rows from below. */
    LOWER_LEFT(false, true),
    /** Rows from below, columns from the right. */
    LOWER_RIGHT(true, true);

    /** Whether columns are counted from the right. */
    final boolean mirrored;

    /** Whether rows are counted from below. */
    final boolean upsideDown;

    Corner(boolean mirrored, boolean upsideDown) {
        this.mirrored = mirrored;
        this.upsideDown = upsideDown;
    }
}
