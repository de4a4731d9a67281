package org.spike4j.datasets.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;

/**
 * What one wants to know about a recording at a glance, and sums by which two readers can be compared. Taken in one
 * pass that holds one packet at a time.
 *
 * @param format name of the file format
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param events number of events
 * @param first the first events, at most 5, each [t, x, y, p]
 * @param last the last events, at most 2, each [t, x, y, p]
 * @param polarity number of events of polarity "0" and "1"; 1 is brighter unless the reader hands out what is stored
 * @param x smallest and largest column; empty without events
 * @param y smallest and largest row; empty without events
 * @param t earliest and latest time, microseconds; empty without events
 * @param inOrder whether no event is earlier than the one before
 * @param durationMicros latest minus earliest time, microseconds
 * @param sumX sum of the columns
 * @param sumY sum of the rows
 * @param sumT sum of the times counted from the first event, microseconds
 */
public record RecordingFacts(
        String format,
        int width,
        int height,
        long events,
        List<List<Long>> first,
        List<List<Long>> last,
        Map<String, Long> polarity,
        List<Integer> x,
        List<Integer> y,
        List<Long> t,
        boolean inOrder,
        long durationMicros,
        long sumX,
        long sumY,
        long sumT) {
    private static final int FIRST = 5;
    private static final int LAST = 2;

    /** Copies the collections. */
    public RecordingFacts {
        first = List.copyOf(first);
        last = List.copyOf(last);
        polarity = Map.copyOf(polarity);
        x = List.copyOf(x);
        y = List.copyOf(y);
        t = List.copyOf(t);
    }

    /**
     * Reads a recording to its end.
     *
     * @param reader at the first event; left open
     * @return the facts
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    public static RecordingFacts of(EventReader reader) throws IOException {
        Tally tally = new Tally();
        Optional<EventStream> packet = reader.next();
        while (packet.isPresent()) {
            tally.add(packet.get());
            packet = reader.next();
        }
        return new RecordingFacts(
                reader.formatName(),
                reader.width(),
                reader.height(),
                tally.events,
                tally.first,
                tally.last,
                Map.of("0", tally.events - tally.brighter, "1", tally.brighter),
                tally.events == 0 ? List.of() : List.of(tally.left, tally.right),
                tally.events == 0 ? List.of() : List.of(tally.top, tally.bottom),
                tally.events == 0 ? List.of() : List.of(tally.earliest, tally.latest),
                tally.inOrder,
                tally.events == 0 ? 0 : tally.latest - tally.earliest,
                tally.sumX,
                tally.sumY,
                tally.sumT);
    }

    private static final class Tally {
        private final List<List<Long>> first = new ArrayList<>();
        private final List<List<Long>> last = new ArrayList<>();
        private long events;
        private long brighter;
        private long firstTime;
        private long before = Long.MIN_VALUE;
        private boolean inOrder = true;
        private int left = Integer.MAX_VALUE;
        private int right;
        private int top = Integer.MAX_VALUE;
        private int bottom;
        private long earliest = Long.MAX_VALUE;
        private long latest = Long.MIN_VALUE;
        private long sumX;
        private long sumY;
        private long sumT;

        void add(EventStream packet) {
            int size = packet.size();
            for (int i = 0; i < size && first.size() < FIRST; i++) {
                first.add(event(packet, i));
            }
            for (int i = Math.max(0, size - LAST); i < size; i++) {
                last.add(event(packet, i));
            }
            while (last.size() > LAST) {
                last.remove(0);
            }
            if (events == 0 && size > 0) {
                firstTime = packet.t(0);
            }
            for (int i = 0; i < size; i++) {
                long t = packet.t(i);
                int x = packet.x(i);
                int y = packet.y(i);
                inOrder &= t >= before;
                before = t;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                earliest = Math.min(earliest, t);
                latest = Math.max(latest, t);
                sumT += t - firstTime;
                sumX += x;
                sumY += y;
                brighter += packet.polarity(i);
            }
            events += size;
        }

        private static List<Long> event(EventStream packet, int i) {
            return List.of(packet.t(i), (long) packet.x(i), (long) packet.y(i), (long) packet.polarity(i));
        }
    }
}
