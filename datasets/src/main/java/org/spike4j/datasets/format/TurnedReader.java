package org.spike4j.datasets.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/** Hands out the events of another reader with their rows, columns or polarity turned round. */
final class TurnedReader extends ForwardingReader {
    private final boolean columns;
    private final boolean rows;
    private final boolean polarity;

    private TurnedReader(EventReader reader, boolean columns, boolean rows, boolean polarity) {
        super(reader);
        this.columns = columns;
        this.rows = rows;
        this.polarity = polarity;
    }

    /** The reader as the options want it, itself if there is nothing to turn. */
    static EventReader of(EventReader reader, ReadOptions options) {
        boolean columns = options.upright() && reader.origin().mirrored;
        boolean rows = options.upright() && reader.origin().upsideDown;
        boolean polarity = options.storedPolarity() && reader.darkerIsOne();
        return columns || rows || polarity ? new TurnedReader(reader, columns, rows, polarity) : reader;
    }

    @Override
    public Optional<EventStream> next() throws IOException {
        return reader.next().map(this::turned);
    }

    private EventStream turned(EventStream events) {
        int size = events.size();
        long[] t = new long[size];
        short[] x = new short[size];
        short[] y = new short[size];
        byte[] signs = new byte[size];
        events.copyInto(t, x, y, signs, 0);
        int lastColumn = width() - 1;
        int lastRow = height() - 1;
        for (int i = 0; i < size; i++) {
            x[i] = columns ? (short) (lastColumn - x[i]) : x[i];
            y[i] = rows ? (short) (lastRow - y[i]) : y[i];
            signs[i] = polarity ? (byte) (1 - signs[i]) : signs[i];
        }
        return EventStream.ofColumns(width(), height(), size, t, x, y, signs);
    }

    @Override
    public Optional<Bookmark> bookmark() {
        return reader.bookmark();
    }

    @Override
    public void goTo(Bookmark place) {
        reader.goTo(place);
    }

    @Override
    public Optional<List<PacketSpan>> packets() throws IOException {
        return reader.packets();
    }
}
