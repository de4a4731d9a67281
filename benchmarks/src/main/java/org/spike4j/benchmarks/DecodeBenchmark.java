package org.spike4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.spike4j.datasets.event.EventSlicing;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.FrameBinning;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.training.PeakMemory;

/**
 * Reading event files packet by packet on one thread, and binning events into frames. The files are made up: events at random
 * pixels of a 128x128 sensor, a microsecond apart. They stay in the page cache, so this times decoding, not the disk.
 *
 * @param events events of a file
 * @param formats what to read
 * @param folder where the files are written, and deleted afterwards
 * @param timing repetitions
 */
public record DecodeBenchmark(int events, List<EventFormat> formats, Path folder, Timing timing) {
    private static final int SIDE = 128;
    private static final int FRAMES = 16;
    private static final long SEED = 1;

    /**
     * Runs the benchmark.
     *
     * @return the sum of the medians, and millions of events a second of each format and of binning
     * @throws IOException if a file cannot be written or read
     */
    public BenchmarkResult run() throws IOException {
        EventStream recording = recording();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("events", events);
        double total = 0;
        for (EventFormat format : formats) {
            double ms = decodeMs(format, recording);
            details.put(format.ending() + "MillionPerSecond", rate(ms));
            total += ms;
        }
        FrameBinning binning = new FrameBinning(EventSlicing.byTime(FRAMES), SIDE, SIDE);
        float[] frames = new float[FRAMES * binning.frameSize()];
        double ms = timing.medians(() -> {
            long start = System.nanoTime();
            binning.addInto(recording, frames, 0, binning.frameSize());
            return new long[] {System.nanoTime() - start};
        })[0];
        details.put("binningMillionPerSecond", rate(ms));
        double eventsPerSecond = events * (formats.size() + 1.0) / (total + ms) * 1e3;
        return new BenchmarkResult(
                "decode", 1, total, 0, total + ms, eventsPerSecond, Math.round(PeakMemory.megabytes()), details);
    }

    private double decodeMs(EventFormat format, EventStream recording) throws IOException {
        Path file = folder.resolve("decode." + format.ending());
        try {
            format.writer().orElseThrow().write(file, recording);
            return timing.medians(() -> new long[] {nanos(file)})[0];
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private long nanos(Path file) {
        long start = System.nanoTime();
        long read = 0;
        try (EventReader reader = EventFile.open(file, ReadOptions.defaults())) {
            Optional<EventStream> packet = reader.next();
            while (packet.isPresent()) {
                read += packet.get().size();
                packet = reader.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long nanos = System.nanoTime() - start;
        if (read != events) {
            throw new IllegalStateException(file + " held " + events + " events, but " + read + " were read");
        }
        return nanos;
    }

    private double rate(double ms) {
        return Math.round(events / ms / 1e3 * 10) / 10.0;
    }

    private EventStream recording() {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] t = new long[events];
        short[] x = new short[events];
        short[] y = new short[events];
        byte[] polarity = new byte[events];
        for (int i = 0; i < events; i++) {
            int bits = random.nextInt();
            t[i] = i;
            x[i] = (short) (bits & SIDE - 1);
            y[i] = (short) (bits >> 8 & SIDE - 1);
            polarity[i] = (byte) (bits >>> 31);
        }
        return EventStream.ofColumns(SIDE, SIDE, events, t, x, y, polarity);
    }
}
