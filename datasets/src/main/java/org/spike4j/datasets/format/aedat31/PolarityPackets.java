package org.spike4j.datasets.format.aedat31;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import org.spike4j.datasets.format.FileCursor;

/**
 * Walks over the polarity packets of one source and leaves everything else out. Long packets come in pieces, so memory
 * does not depend on the packet size.
 */
final class PolarityPackets {
    /** Events of a piece: 512 KB of the file. */
    static final int PIECE_EVENTS = 1 << 16;

    private final FileCursor file;
    private OptionalInt source;
    private int eventsLeft;
    private long timeBase;

    /** Starts at the cursor; without a source it takes that of the first polarity packet. */
    PolarityPackets(FileCursor file, OptionalInt source) {
        this.file = file;
        this.source = source;
    }

    /** The source being read; empty while no packet was met. */
    OptionalInt source() {
        return source;
    }

    /** Microseconds to add to the times of the piece read last. */
    long timeBase() {
        return timeBase;
    }

    /** Events of the packet that are still to come. */
    int eventsLeft() {
        return eventsLeft;
    }

    /** Goes on in the middle of a packet, at the place that the file is at now. */
    void restore(int left, long base) {
        eventsLeft = left;
        timeBase = base;
    }

    /** Moves to the next event of the source; false at the end of the file. */
    boolean advance() throws IOException {
        while (eventsLeft == 0 && file.remaining() > 0) {
            PacketHeader header = PacketHeader.read(file);
            boolean polarity = header.type() == PacketHeader.POLARITY;
            if (polarity && source.isEmpty()) {
                source = OptionalInt.of(header.source());
            }
            if (polarity && source.getAsInt() == header.source()) {
                eventsLeft = header.number();
                timeBase = header.timeBase();
            } else {
                file.skip(header.bodyBytes(), "events");
            }
        }
        return eventsLeft > 0;
    }

    /** The next events of the packet that {@link #advance} found. */
    ByteBuffer piece() throws IOException {
        int events = Math.min(eventsLeft, PIECE_EVENTS);
        eventsLeft -= events;
        return file.take(events * PacketHeader.POLARITY_BYTES, "polarity events");
    }
}
