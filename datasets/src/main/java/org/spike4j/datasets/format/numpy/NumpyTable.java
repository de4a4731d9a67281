package org.spike4j.datasets.format.numpy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.table.EventTable;
import org.spike4j.datasets.format.table.TimeScale;

/**
 * Events of arrays. Times of whole numbers are microseconds and those of floating point numbers seconds, unless the options
 * give a unit. The sensor is that of the arrays width and height of {@link NpzWriter}, if they are there.
 */
final class NumpyTable implements EventTable {
    private static final int COLUMNS = 4;
    private static final int MOST_ROWS = 1 << 14; // rows of arrays with many columns can be long

    private final EventArrays arrays;
    private final TimeScale times;

    private NumpyTable(EventArrays arrays, TimeUnit unit) {
        this.arrays = arrays;
        this.times = TimeScale.of(unit);
    }

    /** Opens a file at its first event; npz if it is a ZIP file. */
    static NumpyTable open(Path path, boolean zip, ReadOptions options) throws IOException, ContentException {
        try {
            EventArrays arrays = EventArrays.open(path, zip, options.stream());
            boolean seconds = arrays.column(T).field().type().isFloat();
            return new NumpyTable(
                    arrays, options.timeUnit().orElse(seconds ? TimeUnit.SECONDS : TimeUnit.MICROSECONDS));
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    @Override
    public int width() {
        return arrays.width();
    }

    @Override
    public int height() {
        return arrays.height();
    }

    @Override
    public long rows() {
        return arrays.column(T).array().header().rows();
    }

    @Override
    public int next(long[][] values) throws IOException, ContentException {
        try {
            int rows = arrays.next(Math.min(values[T].length, MOST_ROWS));
            for (int c = 0; c < COLUMNS; c++) {
                EventArrays.Column column = arrays.column(c);
                TimeScale scale = c == T ? times : TimeScale.ONE;
                for (int i = 0; i < rows; i++) {
                    values[c][i] = column.array().get(i, column.field(), scale.up(), scale.down());
                }
            }
            return rows;
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        arrays.close();
    }

    private static ContentException damaged(IOException e) {
        return new ContentException("a readable ZIP file of arrays", String.valueOf(e.getMessage()));
    }
}
