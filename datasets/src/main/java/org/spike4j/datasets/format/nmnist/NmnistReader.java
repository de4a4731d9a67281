package org.spike4j.datasets.format.nmnist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Reads 40-bit events in pieces of 2^16.
 *
 * <p>The file does not state the sensor size. Without one in the options the file is scanned once: 34x34 (N-MNIST) if
 * all events lie on it, else 240x180 (N-Caltech101), else 304x240 (the whole ATIS camera).
 */
final class NmnistReader implements EventReader {
    private static final int PIECE_EVENTS = 1 << 16;
    private static final int[][] SENSORS = {{34, 34}, {240, 180}, {304, 240}};

    private final FileCursor file;
    private final int width;
    private final int height;
    private long timeBase;

    private NmnistReader(FileCursor file, int width, int height) {
        this.file = file;
        this.width = width;
        this.height = height;
    }

    static NmnistReader open(FileCursor file, ReadOptions options) throws IOException {
        file.order(ByteOrder.BIG_ENDIAN);
        long bytes = file.remaining();
        if (bytes % FortyBits.BYTES != 0) {
            throw file.error(
                    bytes - bytes % FortyBits.BYTES,
                    "a whole event of 5 bytes",
                    bytes % FortyBits.BYTES + " bytes",
                    "the file is cut off or not of this format, copy or download it again");
        }
        if (options.hasSensor()) {
            return new NmnistReader(file, options.width(), options.height());
        }
        int[] sensor = scan(file);
        file.moveTo(0);
        return new NmnistReader(file, sensor[0], sensor[1]);
    }

    @Override
    public String formatName() {
        return NmnistFormat.NAME;
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
        while (file.remaining() > 0) {
            long offset = file.position();
            EventStream events = decode(piece(file), offset);
            if (events.size() > 0) {
                return Optional.of(events);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private EventStream decode(ByteBuffer bytes, long offset) throws EventFileException {
        int events = bytes.limit() / FortyBits.BYTES;
        long[] t = new long[events];
        short[] x = new short[events];
        short[] y = new short[events];
        byte[] polarity = new byte[events];
        int size = 0;
        for (int at = 0; at < bytes.limit(); at += FortyBits.BYTES) {
            int column = bytes.get(at) & 0xff;
            int word = bytes.getInt(at + 1);
            int row = FortyBits.y(word);
            if (row == FortyBits.OVERFLOW_ROW) {
                timeBase += FortyBits.OVERFLOW_MICROS;
                continue;
            }
            if (column >= width || row >= height) {
                throw file.error(
                        offset + at,
                        "an event on the sensor of " + width + "x" + height,
                        "one at (" + column + ", " + row + ")",
                        "give the right size with ReadOptions.withSensor, or the file is damaged");
            }
            t[size] = timeBase + FortyBits.time(word);
            x[size] = (short) column;
            y[size] = (short) row;
            polarity[size] = (byte) FortyBits.polarity(word);
            size++;
        }
        return EventStream.ofColumns(width, height, size, t, x, y, polarity);
    }

    private static ByteBuffer piece(FileCursor file) throws IOException {
        int bytes = (int) Math.min(file.remaining(), PIECE_EVENTS * FortyBits.BYTES);
        return file.take(bytes, "events");
    }

    private static int[] scan(FileCursor file) throws IOException {
        int x = 0;
        int y = 0;
        while (file.remaining() > 0) {
            ByteBuffer bytes = piece(file);
            for (int at = 0; at < bytes.limit(); at += FortyBits.BYTES) {
                int row = bytes.get(at + 1) & 0xff;
                if (row != FortyBits.OVERFLOW_ROW) {
                    x = Math.max(x, bytes.get(at) & 0xff);
                    y = Math.max(y, row);
                }
            }
        }
        for (int[] sensor : SENSORS) {
            if (x < sensor[0] && y < sensor[1]) {
                return sensor;
            }
        }
        return SENSORS[SENSORS.length - 1];
    }
}
