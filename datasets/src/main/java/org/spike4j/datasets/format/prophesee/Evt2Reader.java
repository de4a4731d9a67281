package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;

/**
 * Reads EVT 2.0: words of 32 bits, the type in bits 28 to 31. Types 0 and 1 are events of that polarity (bits 0 to 10 y,
 * 11 to 21 x, 22 to 27 lower part of the time); type 8 is the upper part of the time (bits 0 to 27, units of 64 us). Other
 * types, such as triggers, are left out, and so are events before the first upper part, whose time is unknown.
 */
final class Evt2Reader extends PieceReader {
    static final int TIME_HIGH = 8;
    static final int TIME_HIGH_BITS = 28;
    static final int TIME_LOW_BITS = 6;

    /** Half of the range: the upper part of the time wraps after hours, so it steps back rather than nearly round. */
    static final int SLACK = 1 << 27;

    private static final int PIECE_WORDS = 1 << 15;

    private final EventColumns columns =
            new EventColumns((int) Math.min(PIECE_WORDS, file.remaining() / Integer.BYTES));
    private long high = -1;

    Evt2Reader(FileCursor file, RawHeader header) {
        super(file, header.encoding().formatName(), header.width(), header.height());
    }

    @Override
    protected long[] state() {
        return new long[] {high};
    }

    @Override
    protected void restore(long[] state) {
        high = state[0];
    }

    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer words = file.take((int) Math.min(file.remaining(), PIECE_WORDS * Integer.BYTES), "words");
        long[] t = columns.t();
        short[] x = columns.x();
        short[] y = columns.y();
        byte[] polarity = columns.polarity();
        int lastColumn = width() - 1;
        int lastRow = height() - 1;
        long now = high;
        int size = 0;
        for (int at = 0; at < words.limit(); at += Integer.BYTES) {
            int word = words.getInt(at);
            int type = word >>> 28;
            if (type <= 1 && now >= 0) {
                int column = word >>> 11 & 0x7ff;
                int row = word & 0x7ff;
                if (((lastColumn - column) | (lastRow - row)) < 0) {
                    throw outside(offset + at, column, row);
                }
                t[size] = now << TIME_LOW_BITS | word >>> 22 & 0x3f;
                x[size] = (short) column;
                y[size] = (short) row;
                polarity[size] = (byte) type;
                size++;
            } else if (type == TIME_HIGH) {
                now = TimeHigh.follow(now, word & 0xfffffff, TIME_HIGH_BITS, SLACK);
            }
        }
        high = now;
        return columns.copy(width(), height(), size);
    }
}
