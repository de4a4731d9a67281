package org.spike4j.datasets.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/**
 * Random access to a recording by time. One pass over the file, or the table of its packets where it has one, bookmarks up to
 * {@value #MOST_SEGMENTS} places and the times around them; afterwards any stretch is read without what lies before and after
 * it. Times need not be in order: a segment is read if it can hold an event of the stretch.
 *
 * <p>Formats without {@link EventReader#bookmark} (npz, npy, MATLAB) are read from their start, up to the end of the stretch if
 * their times are in order. Immutable, safe for use by several threads at once.
 */
public final class TimeIndex {
    private static final int MOST_SEGMENTS = 1 << 13;

    private final Path path;
    private final ReadOptions options;
    private final List<Segment> segments;
    private final long events;
    private final boolean ordered;

    /**
     * Events between two bookmarks.
     *
     * @param place where they start
     * @param events their number
     * @param latestBefore latest time of all events before them
     * @param earliest earliest of their times; in a finished index of theirs and all later ones
     * @param latest latest of their times
     */
    private record Segment(Optional<Bookmark> place, long events, long latestBefore, long earliest, long latest) {
        Segment with(Segment next) {
            return new Segment(
                    place,
                    events + next.events,
                    latestBefore,
                    Math.min(earliest, next.earliest),
                    Math.max(latest, next.latest));
        }
    }

    private TimeIndex(Path path, ReadOptions options, List<Segment> segments, boolean ordered) {
        this.path = path;
        this.options = options;
        this.segments = segments;
        this.ordered = ordered;
        this.events = segments.stream().mapToLong(Segment::events).sum();
    }

    /**
     * Reads the table of packets of a complete AEDAT 4 file, or any other recording packet by packet.
     *
     * @param path the file
     * @param options how to read
     * @return its index
     * @throws EventFileException if there is no such file, its format is unknown, or it breaks its format
     * @throws IOException if the file cannot be read
     */
    public static TimeIndex of(Path path, ReadOptions options) throws IOException {
        try (EventReader reader = EventFile.open(path, options)) {
            Building building = new Building();
            Optional<List<PacketSpan>> table = reader.packets();
            if (table.isPresent()) {
                table.get().forEach(building::add);
            } else {
                building.readOn(reader);
            }
            ReadOptions known = options.withSensor(reader.width(), reader.height());
            return new TimeIndex(path, known, withLater(building.segments), building.ordered);
        }
    }

    /**
     * Columns of the sensor.
     *
     * @return width in pixels
     */
    public int width() {
        return options.width();
    }

    /**
     * Rows of the sensor.
     *
     * @return height in pixels
     */
    public int height() {
        return options.height();
    }

    /**
     * Number of events.
     *
     * @return all events of the recording
     */
    public long events() {
        return events;
    }

    /**
     * The earliest time, whatever the order.
     *
     * @return microseconds; the largest long without events
     */
    public long earliestMicros() {
        return segments.isEmpty() ? Long.MAX_VALUE : segments.get(0).earliest;
    }

    /**
     * The latest time, whatever the order.
     *
     * @return microseconds; the smallest long without events
     */
    public long latestMicros() {
        return segments.stream().mapToLong(Segment::latest).max().orElse(Long.MIN_VALUE);
    }

    /**
     * Whether no event is earlier than the one before it.
     *
     * @return true for most recordings
     */
    public boolean isOrdered() {
        return ordered;
    }

    /**
     * Opens a stretch of the recording. Its packets have all events from the start to before the end, and some others around
     * them, in the order of the file.
     *
     * @param startMicros first time that is wanted
     * @param endMicros first time that is not
     * @return a reader at the stretch; the caller closes it
     * @throws EventFileException if the file breaks its format, which it did not when the index was made
     * @throws IOException if the file cannot be read
     */
    public EventReader open(long startMicros, long endMicros) throws IOException {
        int first = 0;
        while (first + 1 < segments.size() && segments.get(first + 1).latestBefore < startMicros) {
            first++;
        }
        int end = first;
        while (end < segments.size() && segments.get(end).earliest < endMicros) {
            end++;
        }
        Optional<Bookmark> stop = end < segments.size() ? segments.get(end).place : Optional.empty();
        EventReader reader = EventFile.open(path, options);
        try {
            if (first > 0) {
                reader.goTo(segments.get(first).place.orElseThrow());
            }
            long tooLate = ordered ? endMicros : Long.MAX_VALUE;
            return new StretchReader(reader, stop, end == first ? Long.MIN_VALUE : tooLate);
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** An index in the making. */
    private static final class Building {
        private final List<Segment> segments = new ArrayList<>();
        private boolean ordered = true;
        private long latest = Long.MIN_VALUE;
        private long least = 1;

        void readOn(EventReader reader) throws IOException {
            Optional<Bookmark> place = reader.bookmark();
            Optional<EventStream> packet = reader.next();
            while (packet.isPresent()) {
                ordered &= isOrdered(packet.get());
                add(segment(place, packet.get()));
                place = reader.bookmark();
                packet = reader.next();
            }
        }

        void add(PacketSpan span) {
            add(new Segment(Optional.of(span.place()), span.events(), latest, span.firstMicros(), span.lastMicros()));
        }

        /** Appends a segment, or joins it to the last one if that has few events or nothing can be bookmarked. */
        private void add(Segment segment) {
            ordered &= segment.earliest >= latest;
            latest = Math.max(latest, segment.latest);
            int last = segments.size() - 1;
            if (last >= 0 && (segments.get(last).events < least || segment.place.isEmpty())) {
                segments.set(last, segments.get(last).with(segment));
            } else {
                segments.add(segment);
            }
            if (segments.size() == MOST_SEGMENTS) {
                least = 2 * halve();
            }
        }

        private Segment segment(Optional<Bookmark> place, EventStream packet) {
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (int i = 0; i < packet.size(); i++) {
                first = Math.min(first, packet.t(i));
                last = Math.max(last, packet.t(i));
            }
            return new Segment(place, packet.size(), latest, first, last);
        }

        /** Joins neighbours; returns the mean number of events of the segments before. */
        private long halve() {
            long events = segments.stream().mapToLong(Segment::events).sum();
            int count = segments.size();
            for (int i = 0; i < count / 2; i++) {
                segments.set(i, segments.get(2 * i).with(segments.get(2 * i + 1)));
            }
            segments.subList(count / 2, count).clear();
            return events / count;
        }

        private static boolean isOrdered(EventStream packet) {
            boolean ordered = true;
            for (int i = 1; i < packet.size(); i++) {
                ordered &= packet.t(i) >= packet.t(i - 1);
            }
            return ordered;
        }
    }

    private static List<Segment> withLater(List<Segment> segments) {
        List<Segment> finished = new ArrayList<>(segments);
        for (int i = finished.size() - 2; i >= 0; i--) {
            Segment segment = finished.get(i);
            long earliest = Math.min(segment.earliest, finished.get(i + 1).earliest);
            finished.set(i, new Segment(segment.place, segment.events, segment.latestBefore, earliest, segment.latest));
        }
        return List.copyOf(finished);
    }
}
