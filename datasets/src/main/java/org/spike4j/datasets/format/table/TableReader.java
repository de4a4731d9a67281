package org.spike4j.datasets.format.table;

import java.io.IOException;
import java.util.Optional;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.Bookmark;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.SmallestSensor;

/**
 * Reads the events of a table. The sensor comes from the options, else from the table, else the file is read once and the smallest common
 * sensor that holds all events is taken. Offsets in errors are those of the file's start, since columns are compressed.
 */
public final class TableReader implements EventReader {
    private static final int PIECE_ROWS = 1 << 16;

    private final FileCursor file;
    private final String formatName;
    private final EventTable table;
    private final int width;
    private final int height;
    private final long[][] values;
    private final EventColumns columns;

    private TableReader(FileCursor file, String formatName, EventTable table, int width, int height) {
        this.file = file;
        this.formatName = formatName;
        this.table = table;
        this.width = width;
        this.height = height;
        int rows = (int) Math.max(1, Math.min(PIECE_ROWS, table.rows()));
        this.values = new long[4][rows];
        this.columns = new EventColumns(rows);
    }

    /** How a format finds its columns. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the columns at their first row.
         *
         * @return a table; the caller closes it
         * @throws ContentException if the file has no such columns or is damaged
         * @throws IOException if the file cannot be read
         */
        EventTable open() throws IOException, ContentException;
    }

    /**
     * Opens a recording.
     *
     * @param file taken over by the reader
     * @param formatName the format, as people write it
     * @param options how to read
     * @param source opened twice if the sensor is not known
     * @return a reader at the first event
     * @throws EventFileException if the file is damaged
     * @throws IOException if the file cannot be read
     */
    public static TableReader open(FileCursor file, String formatName, ReadOptions options, Source source)
            throws IOException {
        try {
            int[] sensor = {options.width(), options.height()};
            if (!options.hasSensor()) {
                try (EventTable table = source.open()) {
                    boolean stated = table.width() > 0 && table.height() > 0;
                    sensor = stated
                            ? new int[] {table.width(), table.height()}
                            : SmallestSensor.holding(
                                    new TableReader(file, formatName, table, Short.MAX_VALUE, Short.MAX_VALUE));
                }
            }
            return new TableReader(file, formatName, source.open(), sensor[0], sensor[1]);
        } catch (ContentException e) {
            throw refusal(file, e);
        }
    }

    @Override
    public String formatName() {
        return formatName;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public Optional<EventStream> next() throws IOException {
        try {
            int rows = table.next(values);
            for (int i = 0; i < rows; i++) {
                decode(i);
            }
            return rows == 0 ? Optional.empty() : Optional.of(columns.copy(width, height, rows));
        } catch (ContentException e) {
            throw refusal(file, e);
        }
    }

    @Override
    public Optional<Bookmark> bookmark() {
        return table.row() < 0 ? Optional.empty() : Optional.of(new Bookmark(table.row()));
    }

    @Override
    public void goTo(Bookmark place) {
        table.goTo(place.offset());
    }

    @Override
    public void close() throws IOException {
        try (file) {
            table.close();
        }
    }

    private void decode(int row) throws ContentException {
        long time = values[EventTable.T][row];
        long x = values[EventTable.X][row];
        long y = values[EventTable.Y][row];
        if (time == EventTable.OUT_OF_RANGE || x < 0 || x >= width || y < 0 || y >= height) {
            throw new ContentException(
                    "events on the sensor of " + width + "x" + height + " (ReadOptions.withSensor)",
                    "one at (" + x + ", " + y + "), time " + time);
        }
        columns.t()[row] = time;
        columns.x()[row] = (short) x;
        columns.y()[row] = (short) y;
        columns.polarity()[row] = (byte) (values[EventTable.P][row] > 0 ? 1 : 0);
    }

    private static EventFileException refusal(FileCursor file, ContentException e) {
        return file.error(0, e.wanted(), e.found(), "save the events as columns t, x, y, p, or the file is damaged");
    }
}
