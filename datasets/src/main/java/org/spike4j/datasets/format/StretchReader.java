package org.spike4j.datasets.format;

import java.io.IOException;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/**
 * A reader that ends before the end of its recording.
 *
 * @param reader at the first packet; closed with this
 * @param stop where to end; empty = the end of the recording
 * @param tooLate a packet whose first event is at this time or later ends it too
 */
record StretchReader(EventReader reader, Optional<Bookmark> stop, long tooLate) implements EventReader {
    @Override
    public String formatName() {
        return reader.formatName();
    }

    @Override
    public int width() {
        return reader.width();
    }

    @Override
    public int height() {
        return reader.height();
    }

    @Override
    public Corner origin() {
        return reader.origin();
    }

    @Override
    public boolean darkerIsOne() {
        return reader.darkerIsOne();
    }

    @Override
    public Optional<EventStream> next() throws IOException {
        if (stop.isPresent()
                && reader.bookmark().orElseThrow().offset() >= stop.get().offset()) {
            return Optional.empty();
        }
        return reader.next().filter(packet -> packet.t(0) < tooLate);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
