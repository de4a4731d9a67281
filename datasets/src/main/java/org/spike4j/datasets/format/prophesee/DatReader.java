package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.SmallestSensor;

/**
 * Reads DAT events: 32 bits of time in microseconds, then bits 0 to 13 x, 14 to 27 y, 28 polarity (1 = brighter). Times
 * are unsigned and wrap at 2^32: each is taken as the one nearest to the time before.
 *
 * <p>A file that does not state its sensor is scanned once, and the smallest camera that holds all events is taken.
 */
final class DatReader extends PieceReader {
    private static final int PIECE_EVENTS = 1 << 15;
    private static final int[][] SENSORS = {{304, 240}, {640, 480}, {1280, 720}};

    private final EventColumns columns =
            new EventColumns((int) Math.min(PIECE_EVENTS, file.remaining() / DatHeader.EVENT_BYTES));
    private long time;
    private boolean started;

    private DatReader(FileCursor file, int width, int height) {
        super(file, DatFormat.NAME, width, height);
    }

    static DatReader open(FileCursor file, ReadOptions options) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        DatHeader header = DatHeader.read(file);
        if (options.hasSensor()) {
            return new DatReader(file, options.width(), options.height());
        }
        if (header.width() > 0) {
            return new DatReader(file, header.width(), header.height());
        }
        long start = file.position();
        int[] sensor = scan(file);
        file.moveTo(start);
        return new DatReader(file, sensor[0], sensor[1]);
    }

    @Override
    protected long[] state() {
        return new long[] {time, started ? 1 : 0};
    }

    @Override
    protected void restore(long[] state) {
        time = state[0];
        started = state[1] != 0;
    }

    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer bytes = next(file);
        if (!started) {
            time = bytes.getInt(0) & 0xffffffffL;
            started = true;
        }
        long[] t = columns.t();
        short[] x = columns.x();
        short[] y = columns.y();
        byte[] polarity = columns.polarity();
        int lastColumn = width() - 1;
        int lastRow = height() - 1;
        int size = bytes.limit() / DatHeader.EVENT_BYTES;
        long now = time;
        for (int i = 0; i < size; i++) {
            int at = i * DatHeader.EVENT_BYTES;
            now += bytes.getInt(at) - (int) now;
            int data = bytes.getInt(at + Integer.BYTES);
            int column = data & 0x3fff;
            int row = data >>> 14 & 0x3fff;
            if (((lastColumn - column) | (lastRow - row)) < 0) {
                throw outside(offset + at, column, row);
            }
            t[i] = now;
            x[i] = (short) column;
            y[i] = (short) row;
            polarity[i] = (byte) (data >>> 28 & 1);
        }
        time = now;
        return columns.copy(width(), height(), size);
    }

    private static ByteBuffer next(FileCursor file) throws IOException {
        return file.take((int) Math.min(file.remaining(), PIECE_EVENTS * DatHeader.EVENT_BYTES), "events");
    }

    private static int[] scan(FileCursor file) throws IOException {
        int x = 0;
        int y = 0;
        while (file.remaining() > 0) {
            ByteBuffer bytes = next(file);
            for (int at = Integer.BYTES; at < bytes.limit(); at += DatHeader.EVENT_BYTES) {
                x = Math.max(x, bytes.getInt(at) & 0x3fff);
                y = Math.max(y, bytes.getInt(at) >>> 14 & 0x3fff);
            }
        }
        return SmallestSensor.holding(x, y, SENSORS);
    }
}
