package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.gesture.GestureLabel;

/**
 * One recording and the pieces of it that are labelled. When a piece is asked for that is not in the cache, the
 * recording is read from start to end, packet by packet, and all its pieces go to the cache.
 */
final class GestureRecording {
    private final Path file;
    private final List<GestureLabel> labels;
    private final ReadOptions options;
    private final SampleCache<Piece> cache;

    /** Row of a recording. */
    record Piece(Path file, int row) {}

    GestureRecording(Path file, List<GestureLabel> labels, ReadOptions options, SampleCache<Piece> cache) {
        this.file = file;
        this.labels = labels;
        this.options = options;
        this.cache = cache;
    }

    /** Events of a row: those with start &lt;= t &lt; end. */
    EventStream piece(int row) throws IOException {
        PackedEvents kept = cache.get(new Piece(file, row));
        return (kept == null ? readOnce(row) : kept).unpack();
    }

    /** Threads that want pieces of one recording wait for the first of them to read it. */
    private synchronized PackedEvents readOnce(int row) throws IOException {
        PackedEvents kept = cache.get(new Piece(file, row));
        if (kept != null) {
            return kept;
        }
        PackedEvents.Packer[] packers = read();
        PackedEvents wanted = null;
        for (int i = 0; i < packers.length; i++) {
            PackedEvents piece = packers[i].pack();
            cache.put(new Piece(file, i), piece);
            wanted = i == row ? piece : wanted;
        }
        return wanted;
    }

    private PackedEvents.Packer[] read() throws IOException {
        try (EventReader reader = EventFile.open(file, options)) {
            PackedEvents.Packer[] packers = new PackedEvents.Packer[labels.size()];
            for (int i = 0; i < packers.length; i++) {
                packers[i] = new PackedEvents.Packer(reader.width(), reader.height());
            }
            Optional<EventStream> packet = reader.next();
            if (packet.isEmpty()) {
                throw new EventFileException(
                        file, 0, "events", "no valid event", "the recording is empty or all its events are invalid");
            }
            while (packet.isPresent()) {
                deal(packet.get(), packers);
                packet = reader.next();
            }
            return packers;
        }
    }

    private void deal(EventStream packet, PackedEvents.Packer[] packers) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < packet.size(); i++) {
            first = Math.min(first, packet.t(i));
            last = Math.max(last, packet.t(i));
        }
        for (int row = 0; row < packers.length; row++) {
            GestureLabel label = labels.get(row);
            if (first < label.endMicros() && last >= label.startMicros()) {
                take(packet, label, packers[row]);
            }
        }
    }

    private static void take(EventStream packet, GestureLabel label, PackedEvents.Packer packer) {
        for (int i = 0; i < packet.size(); i++) {
            if (packet.t(i) >= label.startMicros() && packet.t(i) < label.endMicros()) {
                packer.add(packet, i);
            }
        }
    }
}
