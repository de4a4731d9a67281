package org.spike4j.datasets.format.nmnist;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Reads 40-bit events in pieces of 2^16.
 *
 * <p>The file does not state the sensor size. Without one in the options the file is scanned once: 34x34 (N-MNIST) if
 * all events lie on it, else 240x180 (N-Caltech101), else 304x240 (the whole ATIS camera).
 */
final class NmnistReader extends PieceReader {
    private static final int PIECE_EVENTS = 1 << 16;
    private static final int[][] SENSORS = {{34, 34}, {240, 180}, {304, 240}};

    private long timeBase;

    private NmnistReader(FileCursor file, int width, int height) {
        super(file, NmnistFormat.NAME, width, height);
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
    protected long[] state() {
        return new long[] {timeBase};
    }

    @Override
    protected void restore(long[] state) {
        timeBase = state[0];
    }

    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer bytes = next(file);
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
            if (column >= width() || row >= height()) {
                throw outside(offset + at, column, row);
            }
            t[size] = timeBase + FortyBits.time(word);
            x[size] = (short) column;
            y[size] = (short) row;
            polarity[size] = (byte) FortyBits.polarity(word);
            size++;
        }
        return EventStream.ofColumns(width(), height(), size, t, x, y, polarity);
    }

    private static ByteBuffer next(FileCursor file) throws IOException {
        int bytes = (int) Math.min(file.remaining(), PIECE_EVENTS * FortyBits.BYTES);
        return file.take(bytes, "events");
    }

    private static int[] scan(FileCursor file) throws IOException {
        int x = 0;
        int y = 0;
        while (file.remaining() > 0) {
            ByteBuffer bytes = next(file);
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
