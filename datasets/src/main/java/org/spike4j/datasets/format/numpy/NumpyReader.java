package org.spike4j.datasets.format.numpy;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Reads events of arrays, some rows at a time. Times of whole numbers are microseconds and those of floating point
 * numbers seconds, unless the options give a unit. Places are rounded to the nearest pixel; a polarity above 0 is
 * brighter.
 *
 * <p>The sensor comes from the options, else from the arrays width and height of {@link NpzWriter}, else the file is read
 * once and the smallest common sensor that holds all events is taken. Offsets in errors are those of the file's start,
 * since members of a npz are compressed.
 */
final class NumpyReader implements EventReader {
    private static final int PIECE_ROWS = 1 << 14;
    private static final int[][] SENSORS = {{128, 128}, {240, 180}, {346, 260}, {640, 480}, {1280, 720}};

    private final FileCursor file;
    private final String formatName;
    private final EventArrays arrays;
    private final long up;
    private final long down;
    private final int width;
    private final int height;
    private final EventColumns columns = new EventColumns(PIECE_ROWS);

    private NumpyReader(FileCursor file, String formatName, EventArrays arrays, TimeUnit unit, int width, int height) {
        this.file = file;
        this.formatName = formatName;
        this.arrays = arrays;
        this.up = Math.max(1, unit.toMicros(1));
        this.down = unit == TimeUnit.NANOSECONDS ? 1000 : 1;
        this.width = width;
        this.height = height;
    }

    static NumpyReader open(FileCursor file, String formatName, ReadOptions options) throws IOException {
        if (options.hasSensor()) {
            return open(file, formatName, options, options.width(), options.height());
        }
        int[] sensor;
        NumpyReader scan = open(file, formatName, options, Short.MAX_VALUE, Short.MAX_VALUE);
        try (EventArrays arrays = scan.arrays) {
            boolean stated = arrays.width() > 0 && arrays.height() > 0;
            sensor = stated ? new int[] {arrays.width(), arrays.height()} : scan.sensor();
        }
        return open(file, formatName, options, sensor[0], sensor[1]);
    }

    private static NumpyReader open(FileCursor file, String formatName, ReadOptions options, int width, int height)
            throws IOException {
        try {
            EventArrays arrays = EventArrays.open(file.path(), formatName.endsWith("npz"), options.stream());
            boolean seconds = arrays.column(0).field().isFloat();
            TimeUnit unit = options.timeUnit().orElse(seconds ? TimeUnit.SECONDS : TimeUnit.MICROSECONDS);
            return new NumpyReader(file, formatName, arrays, unit, width, height);
        } catch (NumpyException e) {
            throw refusal(file, e);
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
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
            int size = arrays.next(PIECE_ROWS);
            for (int i = 0; i < size; i++) {
                decode(i);
            }
            return size == 0 ? Optional.empty() : Optional.of(columns.copy(width, height, size));
        } catch (NumpyException e) {
            throw refusal(file, e);
        } catch (ZipException | EOFException e) {
            throw damaged(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            arrays.close();
        }
    }

    private void decode(int row) throws NumpyException {
        long time = get(0, row, up, down);
        long column = get(1, row, 1, 1);
        long line = get(2, row, 1, 1);
        if (time == Field.OUT_OF_RANGE || column < 0 || column >= width || line < 0 || line >= height) {
            throw new NumpyException(
                    "events on the sensor of " + width + "x" + height + " (ReadOptions.withSensor)",
                    "one at (" + column + ", " + line + "), time " + time);
        }
        columns.t()[row] = time;
        columns.x()[row] = (short) column;
        columns.y()[row] = (short) line;
        columns.polarity()[row] = (byte) (get(3, row, 1, 1) > 0 ? 1 : 0);
    }

    private long get(int index, int row, long times, long over) {
        EventArrays.Column column = arrays.column(index);
        return column.array().get(row, column.field(), times, over);
    }

    private int[] sensor() throws IOException {
        int x = 0;
        int y = 0;
        Optional<EventStream> events = next();
        while (events.isPresent()) {
            for (int i = 0; i < events.get().size(); i++) {
                x = Math.max(x, events.get().x(i));
                y = Math.max(y, events.get().y(i));
            }
            events = next();
        }
        for (int[] sensor : SENSORS) {
            if (x < sensor[0] && y < sensor[1]) {
                return sensor;
            }
        }
        return new int[] {x + 1, y + 1};
    }

    private static EventFileException refusal(FileCursor file, NumpyException e) {
        return file.error(0, e.wanted(), e.found(), "save the events as arrays t, x, y, p, or the file is damaged");
    }

    private static EventFileException damaged(FileCursor file, IOException e) {
        return file.damaged(0, "a readable ZIP file of arrays", String.valueOf(e.getMessage()));
    }
}
