package org.spike4j.datasets.format;

import java.io.IOException;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/** A reader that ends before the end of its recording. */
final class StretchReader extends ForwardingReader {
    private final Optional<Bookmark> stop;
    private final long tooLate;

    /**
     * The packets up to a place and a time.
     *
     * @param reader at the first packet; closed with this
     * @param stop where to end; empty = the end of the recording
     * @param tooLate a packet whose first event is at this time or later ends it too
     */
    StretchReader(EventReader reader, Optional<Bookmark> stop, long tooLate) {
        super(reader);
        this.stop = stop;
        this.tooLate = tooLate;
    }

    @Override
    public Optional<EventStream> next() throws IOException {
        if (stop.isPresent()
                && reader.bookmark().orElseThrow().offset() >= stop.get().offset()) {
            return Optional.empty();
        }
        return reader.next().filter(packet -> packet.t(0) < tooLate);
    }
}
