package org.spike4j.datasets.format.prophesee;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;

/**
 * Reads EVT 3.0: words of 16 bits, the type in bits 12 to 15, each of which changes the state or adds events with it.
 * Words of other types, such as triggers and continued data, are left out, and so are events before the first upper part
 * of the time.
 *
 * <p>The time has 24 bits. It wraps where its upper half falls back, never where its lower half does: cameras send that
 * again, rounded down.
 */
final class Evt3Reader extends PieceReader {
    static final int ADDRESS_Y = 0;
    static final int ADDRESS_X = 2;
    static final int VECTOR_BASE_X = 3;
    static final int VECTOR_12 = 4;
    static final int VECTOR_8 = 5;
    static final int TIME_LOW = 6;
    static final int TIME_HIGH = 8;
    static final int TIME_BITS = 12;

    /** Small, so that the upper half of the time may stay unsent for seconds where there are no events. */
    static final int SLACK = 16;

    private static final int PIECE_WORDS = 1 << 14;

    private final EventColumns columns =
            new EventColumns((int) Math.min(PIECE_WORDS, file.remaining() / Short.BYTES) * 12);
    private long high = -1;
    private int low;
    private int row;
    private int base;
    private int sign;

    Evt3Reader(FileCursor file, RawHeader header) {
        super(file, header.encoding().formatName(), header.width(), header.height());
    }

    @Override
    protected long[] state() {
        return new long[] {high, low, row, base, sign};
    }

    @Override
    protected void restore(long[] state) {
        high = state[0];
        low = (int) state[1];
        row = (int) state[2];
        base = (int) state[3];
        sign = (int) state[4];
    }

    /** One loop with its state in local variables, since it runs for every word of the file. */
    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer words = file.take((int) Math.min(file.remaining(), PIECE_WORDS * Short.BYTES), "words");
        long[] t = columns.t();
        short[] x = columns.x();
        short[] y = columns.y();
        byte[] polarity = columns.polarity();
        int lastColumn = width() - 1;
        int lastRow = height() - 1;
        long now = high << TIME_BITS | low;
        int atRow = row;
        int atBase = base;
        int baseSign = sign;
        int size = 0;
        for (int at = 0; at < words.limit(); at += Short.BYTES) {
            int word = words.getShort(at);
            int type = word >>> 12 & 0xf;
            switch (type) {
                case ADDRESS_X -> {
                    int column = word & 0x7ff;
                    if (now >= 0) {
                        if (((lastColumn - column) | (lastRow - atRow)) < 0) {
                            throw outside(offset + at, column, atRow);
                        }
                        t[size] = now;
                        x[size] = (short) column;
                        y[size] = (short) atRow;
                        polarity[size] = (byte) (word >>> 11 & 1);
                        size++;
                    }
                }
                case VECTOR_12, VECTOR_8 -> {
                    int length = type == VECTOR_12 ? 12 : 8;
                    int valid = word & (1 << length) - 1;
                    if (now >= 0 && valid != 0) {
                        int column = atBase + Integer.SIZE - 1 - Integer.numberOfLeadingZeros(valid);
                        if (((lastColumn - column) | (lastRow - atRow)) < 0) {
                            throw outside(offset + at, column, atRow);
                        }
                        for (int left = valid; left != 0; left &= left - 1) {
                            t[size] = now;
                            x[size] = (short) (atBase + Integer.numberOfTrailingZeros(left));
                            y[size] = (short) atRow;
                            polarity[size] = (byte) baseSign;
                            size++;
                        }
                    }
                    atBase = Math.min(atBase + length, Short.MAX_VALUE);
                }
                case ADDRESS_Y -> atRow = word & 0x7ff;
                case VECTOR_BASE_X -> {
                    atBase = word & 0x7ff;
                    baseSign = word >>> 11 & 1;
                }
                case TIME_LOW -> now = now & -(1 << TIME_BITS) | word & 0xfff;
                case TIME_HIGH ->
                    now = TimeHigh.follow(now >> TIME_BITS, word & 0xfff, TIME_BITS, SLACK) << TIME_BITS | now & 0xfff;
                default -> {}
            }
        }
        high = now >> TIME_BITS;
        low = (int) now & 0xfff;
        row = atRow;
        base = atBase;
        sign = baseSign;
        return columns.copy(width(), height(), size);
    }
}
