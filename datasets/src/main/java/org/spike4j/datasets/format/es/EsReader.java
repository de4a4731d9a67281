package org.spike4j.datasets.format.es;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.spike4j.datasets.event.EventColumns;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.Corner;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Reads DVS events, ATIS events other than those of the exposure, and colour events with polarity 0. Rows are those of
 * the file; most cameras of the format count them from below.
 */
final class EsReader extends PieceReader {
    private static final int PIECE_BYTES = 1 << 17;

    private final StreamType type;
    private final EventColumns columns;
    private long time;

    private EsReader(FileCursor file, StreamType type, int width, int height) {
        super(file, EsFormat.NAME, width, height);
        this.type = type;
        this.columns = new EventColumns((int) Math.min(PIECE_BYTES, file.remaining()) / type.eventBytes + 1);
    }

    static EsReader open(FileCursor file, ReadOptions options) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        EsHeader header = EsHeader.read(file);
        if (header.type() == StreamType.GENERIC) {
            throw file.error(
                    EsHeader.TYPE_AT,
                    "DVS, ATIS or colour events (type 1, 2 or 4)",
                    "generic events (type 0), which have no pixel",
                    "read them by SensorFile, or data convert --records messages");
        }
        return options.hasSensor()
                ? new EsReader(file, header.type(), options.width(), options.height())
                : new EsReader(file, header.type(), header.width(), header.height());
    }

    @Override
    public Corner origin() {
        return Corner.LOWER_LEFT;
    }

    @Override
    protected long[] state() {
        return new long[] {time};
    }

    @Override
    protected void restore(long[] state) {
        time = state[0];
    }

    /** One loop over the bytes; an event that goes on beyond the piece is left to the next piece. */
    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer bytes = file.take((int) Math.min(file.remaining(), PIECE_BYTES), "events");
        long[] t = columns.t();
        short[] x = columns.x();
        short[] y = columns.y();
        byte[] polarity = columns.polarity();
        int eventBytes = type.eventBytes;
        int timeShift = type == StreamType.DVS ? 1 : type == StreamType.ATIS ? 2 : 0;
        int signShift = type == StreamType.ATIS ? 1 : 0;
        int signMask = type == StreamType.COLOR ? 0 : 1;
        int exposureMask = type == StreamType.ATIS ? 1 : 0;
        int firstOther = type == StreamType.ATIS ? 0xfc : 0xfe;
        int overflow = type == StreamType.DVS ? 127 : type == StreamType.ATIS ? 63 : 254;
        int lastColumn = width() - 1;
        int lastRow = height() - 1;
        int limit = bytes.limit();
        long now = time;
        int size = 0;
        int at = 0;
        while (at < limit) {
            int head = bytes.get(at) & 0xff;
            if (head >= firstOther) {
                now += (long) (head - firstOther) * overflow;
                at++;
                continue;
            }
            if (at + eventBytes > limit) {
                break;
            }
            now += head >>> timeShift;
            if ((head & exposureMask) == 0) {
                int column = bytes.getShort(at + 1) & 0xffff;
                int row = bytes.getShort(at + 3) & 0xffff;
                if (((lastColumn - column) | (lastRow - row)) < 0) {
                    throw outside(offset + at, column, row);
                }
                t[size] = now;
                x[size] = (short) column;
                y[size] = (short) row;
                polarity[size] = (byte) (head >>> signShift & signMask);
                size++;
            }
            at += eventBytes;
        }
        time = now;
        leave(offset, at, limit);
        return columns.copy(width(), height(), size);
    }

    private void leave(long offset, int at, int limit) throws IOException {
        if (at < limit && file.remaining() == 0) {
            throw file.error(
                    offset + at,
                    "a whole event of " + type.eventBytes + " bytes",
                    (limit - at) + " bytes",
                    "the file is cut off, copy or download it again");
        }
        file.moveTo(offset + at);
    }
}
