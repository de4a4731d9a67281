package org.spike4j.datasets.statistics;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;

/**
 * What a recording is like. Memory is 16 bytes a pixel, whatever the length of the recording.
 *
 * @param format name of the file format
 * @param width columns of the sensor
 * @param height rows of the sensor
 * @param events number of events
 * @param durationMicros latest minus earliest time, microseconds
 * @param brighter number of events of polarity 1
 * @param rate events by time
 * @param pixels events by pixel
 * @param between times between one event of the recording and the next
 * @param atPixel times between one event of a pixel and its next
 * @param faults events out of order; they are in no histogram of times
 */
public record EventStatistics(
        String format,
        int width,
        int height,
        long events,
        long durationMicros,
        long brighter,
        RateOverTime rate,
        PixelRates pixels,
        Intervals between,
        Intervals atPixel,
        OrderFaults faults) {
    private static final int MOST_PIXELS = 1 << 24;

    /**
     * Reads a recording to its end.
     *
     * @param reader at the first event; left open
     * @return what it is like
     * @throws IllegalArgumentException if the sensor has more than 2^24 pixels
     * @throws EventFileException if the file breaks its format
     * @throws IOException if the file cannot be read
     */
    public static EventStatistics of(EventReader reader) throws IOException {
        if ((long) reader.width() * reader.height() > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "statistics by pixel are for sensors of at most 2^24 pixels, this one has " + reader.width() + "x"
                            + reader.height() + "; crop the recording first");
        }
        Pass pass = new Pass(reader.width(), reader.height());
        for (Optional<EventStream> packet = reader.next(); packet.isPresent(); packet = reader.next()) {
            pass.add(packet.get());
        }
        return pass.result(reader);
    }

    /**
     * Share of the events that are of polarity 1.
     *
     * @return 0 to 1; NaN without events
     */
    public double brighterShare() {
        return brighter / (double) events;
    }

    /**
     * Mean rate of the recording.
     *
     * @return events a second; 0 if it has no duration
     */
    public double meanRate() {
        return durationMicros == 0 ? 0 : events * 1e6 / durationMicros;
    }

    private static final class Pass {
        private static final long NEVER = Long.MIN_VALUE;

        private final int width;
        private final long[] counts;
        private final long[] last;
        private final TimeBins bins = new TimeBins();
        private final Intervals.Tally between = new Intervals.Tally();
        private final Intervals.Tally atPixel = new Intervals.Tally();
        private long events;
        private long brighter;
        private long before = NEVER;
        private long earliest = Long.MAX_VALUE;
        private long latest = Long.MIN_VALUE;
        private long faults;
        private long firstFault = -1;
        private long longestFault;

        Pass(int width, int height) {
            this.width = width;
            this.counts = new long[width * height];
            this.last = new long[width * height];
            Arrays.fill(last, NEVER);
        }

        void add(EventStream packet) {
            for (int i = 0; i < packet.size(); i++) {
                add(packet.t(i), packet.y(i) * width + packet.x(i), packet.polarity(i));
            }
        }

        private void add(long time, int pixel, int polarity) {
            if (before != NEVER && time < before) {
                faults++;
                firstFault = firstFault < 0 ? events : firstFault;
                longestFault = Math.max(longestFault, before - time);
            } else if (before != NEVER) {
                between.add(time - before);
            }
            if (last[pixel] != NEVER && time >= last[pixel]) {
                atPixel.add(time - last[pixel]);
            }
            before = time;
            last[pixel] = time;
            counts[pixel]++;
            bins.add(time, polarity);
            earliest = Math.min(earliest, time);
            latest = Math.max(latest, time);
            brighter += polarity;
            events++;
        }

        EventStatistics result(EventReader reader) {
            long duration = events == 0 ? 0 : latest - earliest;
            return new EventStatistics(
                    reader.formatName(),
                    width,
                    reader.height(),
                    events,
                    duration,
                    brighter,
                    new RateOverTime(bins.origin(), bins.width(), list(bins.counts(0)), list(bins.counts(1))),
                    PixelRates.of(counts, width, duration / 1e6),
                    between.result(),
                    atPixel.result(),
                    new OrderFaults(faults, firstFault, longestFault));
        }

        private static List<Long> list(long[] values) {
            return Arrays.stream(values).boxed().toList();
        }
    }
}
