package org.spike4j.datasets.format.table;

import java.io.Closeable;
import java.io.IOException;
import org.spike4j.datasets.format.ContentException;

/** Columns t, x, y, p of a file, read some rows at a time. */
public interface EventTable extends Closeable {
    /** Index of the times, microseconds. */
    int T = 0;

    /** Index of the columns of the sensor. */
    int X = 1;

    /** Index of the rows of the sensor. */
    int Y = 2;

    /** Index of the polarities, above 0 for brighter. */
    int P = 3;

    /** What stands for a number that a long cannot hold. */
    long OUT_OF_RANGE = Long.MIN_VALUE;

    /**
     * Columns of the sensor.
     *
     * @return width in pixels, 0 if the file does not say
     */
    default int width() {
        return 0;
    }

    /**
     * Rows of the sensor.
     *
     * @return height in pixels, 0 if the file does not say
     */
    default int height() {
        return 0;
    }

    /**
     * Rows of the table.
     *
     * @return what the file says, which may be damaged
     */
    long rows();

    /**
     * The next row, of a table whose rows can be read in any order.
     *
     * @return its number, -1 if rows can only be read on
     */
    default long row() {
        return -1;
    }

    /**
     * Goes to a row.
     *
     * @param row its number, as {@link #row} gave it
     * @throws UnsupportedOperationException if rows can only be read on
     */
    default void goTo(long row) {
        throw new UnsupportedOperationException("rows of this table can only be read on");
    }

    /**
     * Reads on.
     *
     * @param values [4, rows], filled from the start
     * @return rows read, 0 at the end
     * @throws ContentException if the file is damaged
     * @throws IOException if the file cannot be read
     */
    int next(long[][] values) throws IOException, ContentException;
}
