package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.TimeIndex;

/**
 * A recording and its windows. When one is asked for that is not in the cache, the recording is read from there on
 * for as many windows as are expected to fill an eighth of the cache, which all go there: so neighbours cost one pass,
 * and a pass holds a bounded number of events.
 */
final class WindowedRecording {
    private static final int EVENT_BYTES = 4;
    private static final int SHARE_OF_CACHE = 8;

    private final Path file;
    private final TimeIndex index;
    private final List<Long> starts;
    private final long windowMicros;
    private final SampleCache<Window> cache;
    private final int windowsAtOnce;

    /** A window, whatever it is for. */
    record Window(Path file, long startMicros) {}

    /** Takes the starts of all windows, ascending. */
    WindowedRecording(Path file, TimeIndex index, List<Long> starts, long windowMicros, SampleCache<Window> cache) {
        this.file = file;
        this.index = index;
        this.starts = List.copyOf(starts);
        this.windowMicros = windowMicros;
        this.cache = cache;
        double duration = index.latestMicros() - index.earliestMicros() + 1.0;
        double windowBytes = 1 + EVENT_BYTES * index.events() * (double) windowMicros / duration;
        this.windowsAtOnce = (int) Math.max(1, cache.maxBytes() / SHARE_OF_CACHE / windowBytes);
    }

    /** Events of the window that begins at a time: those with start &lt;= t &lt; start + window. */
    EventStream window(long start) throws IOException {
        PackedEvents kept = cache.get(new Window(file, start));
        return (kept == null ? readOnce(start) : kept).unpack();
    }

    /** Threads that want windows of one recording wait for the first of them to read it. */
    private synchronized PackedEvents readOnce(long start) throws IOException {
        PackedEvents kept = cache.get(new Window(file, start));
        if (kept != null) {
            return kept;
        }
        int from = Collections.binarySearch(starts, start);
        int to = (int) Math.min(starts.size(), (long) from + windowsAtOnce);
        PackedEvents[] windows = read(from, to);
        for (int i = 0; i < windows.length; i++) {
            cache.put(new Window(file, starts.get(from + i)), windows[i]);
        }
        return windows[0];
    }

    private PackedEvents[] read(int from, int to) throws IOException {
        PackedEvents.Packer[] packers = new PackedEvents.Packer[to - from];
        long end = starts.get(to - 1) + windowMicros;
        try (EventReader reader = index.open(starts.get(from), end)) {
            for (int i = 0; i < packers.length; i++) {
                packers[i] = new PackedEvents.Packer(reader.width(), reader.height());
            }
            Optional<EventStream> packet = reader.next();
            while (packet.isPresent()) {
                deal(packet.get(), from, packers);
                packet = reader.next();
            }
        }
        PackedEvents[] windows = new PackedEvents[packers.length];
        for (int i = 0; i < packers.length; i++) {
            windows[i] = packers[i].pack();
        }
        return windows;
    }

    /** Hands the events of a packet to the windows that begin at starts[from] and on. */
    private void deal(EventStream packet, int from, PackedEvents.Packer[] packers) {
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        for (int i = 0; i < packet.size(); i++) {
            earliest = Math.min(earliest, packet.t(i));
            latest = Math.max(latest, packet.t(i));
        }
        int found = Collections.binarySearch(starts, earliest - windowMicros + 1);
        int window = Math.max(from, found < 0 ? -found - 1 : found);
        for (; window < from + packers.length && starts.get(window) <= latest; window++) {
            take(packet, starts.get(window), packers[window - from]);
        }
    }

    private void take(EventStream packet, long start, PackedEvents.Packer packer) {
        long end = start + windowMicros;
        int i = index.isOrdered() ? place(packet, start) : 0;
        for (; i < packet.size() && !(index.isOrdered() && packet.t(i) >= end); i++) {
            if (packet.t(i) >= start && packet.t(i) < end) {
                packer.add(packet, i);
            }
        }
    }

    /** First event of an ordered packet that is not before a time. */
    private static int place(EventStream packet, long micros) {
        int low = 0;
        int high = packet.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (packet.t(middle) < micros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
