package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;

/**
 * Reads EVT 2.1: words of 64 bits whose upper 32 bits are a word of EVT 2.0, and whose lower 32 bits say which of the
 * pixels x to x + 31 have an event. In the legacy byte order the upper half comes first.
 */
final class Evt21Reader extends PieceReader {
    private static final int PIECE_WORDS = 1 << 12;

    private final EventColumns columns =
            new EventColumns((int) Math.min(PIECE_WORDS, file.remaining() / Long.BYTES) * Integer.SIZE);
    private final int headAt;
    private long high = -1;

    Evt21Reader(FileCursor file, RawHeader header) {
        super(file, header.encoding().formatName(), header.width(), header.height());
        headAt = header.legacy() ? 0 : Integer.BYTES;
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
        ByteBuffer words = file.take((int) Math.min(file.remaining(), PIECE_WORDS * Long.BYTES), "words");
        long[] t = columns.t();
        short[] x = columns.x();
        short[] y = columns.y();
        byte[] polarity = columns.polarity();
        int lastColumn = width() - 1;
        int lastRow = height() - 1;
        long now = high;
        int size = 0;
        for (int at = 0; at < words.limit(); at += Long.BYTES) {
            int head = words.getInt(at + headAt);
            int type = head >>> 28;
            int valid = words.getInt(at + Integer.BYTES - headAt);
            if (type == Evt2Reader.TIME_HIGH) {
                now = TimeHigh.follow(now, head & 0xfffffff, Evt2Reader.TIME_HIGH_BITS, Evt2Reader.SLACK);
            } else if (type <= 1 && now >= 0 && valid != 0) {
                long time = now << Evt2Reader.TIME_LOW_BITS | head >>> 22 & 0x3f;
                int base = head >>> 11 & 0x7ff;
                int row = head & 0x7ff;
                int column = base + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(valid);
                if (((lastColumn - column) | (lastRow - row)) < 0) {
                    throw outside(offset + at, column, row);
                }
                for (int left = valid; left != 0; left &= left - 1) {
                    t[size] = time;
                    x[size] = (short) (base + Integer.numberOfTrailingZeros(left));
                    y[size] = (short) row;
                    polarity[size] = (byte) type;
                    size++;
                }
            }
        }
        high = now;
        return columns.copy(width(), height(), size);
    }
}
