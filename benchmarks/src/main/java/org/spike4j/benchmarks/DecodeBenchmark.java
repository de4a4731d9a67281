package org.spike4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.training.PeakMemory;

/**
 * Reading event files packet by packet on one thread, and binning events into frames. The files are made up: events at random
 * pixels of a 128x128 sensor, a microsecond apart; the pixels repeat every million events. They are written and read packet by
 * packet, so memory does not depend on their length. They stay in the page cache, so this times decoding, not the disk.
 *
 * @param events events of a file
 * @param formats what to read
 * @param folder where the files are written one at a time, and deleted afterwards
 * @param timing repetitions
 */
public record DecodeBenchmark(int events, List<DecodedFormat> formats, Path folder, Timing timing) {
    private static final int SIDE = 128;
    private static final int FRAMES = 16;
    private static final long SEED = 1;
    private static final int PACKET_EVENTS = 1 << 20;

    /** What the longest format, CSV, takes for an event. */
    private static final int MOST_EVENT_BYTES = 24;

    /** Copies the list. */
    public DecodeBenchmark {
        formats = List.copyOf(formats);
    }

    /**
     * Runs the benchmark.
     *
     * @return the sum of the medians; millions of events a second, by the clock and by the time that the thread computed,
     *     which other programs do not change, and megabytes of the file of each format; the rates of binning; the most that
     *     the heap held while files were read, with what was not collected yet, and its bound
     * @throws IOException if a file cannot be written or read, or there is no room for it
     */
    public BenchmarkResult run() throws IOException {
        requireRoom();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("events", events);
        double total = 0;
        long heap = 0;
        for (DecodedFormat format : formats) {
            Path file = folder.resolve("decode." + format.name());
            try {
                write(format, file);
                heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
                double[] ms = timing.medians(() -> nanos(file));
                heap = Math.max(heap, peakHeap());
                putRates(details, format.name(), events, ms);
                details.put(format.name() + "FileMb", Files.size(file) >> 20);
                total += ms[0];
            } finally {
                Files.deleteIfExists(file);
            }
        }
        details.put("peakHeapMb", heap >> 20);
        details.put("heapLimitMb", Runtime.getRuntime().maxMemory() >> 20);
        int binned = Math.min(events, PACKET_EVENTS);
        double[] ms = binMs(packet(0, binned));
        putRates(details, "binning", binned, ms);
        double all = events * (double) formats.size() + binned;
        return new BenchmarkResult(
                "decode",
                1,
                total,
                0,
                total + ms[0],
                all / (total + ms[0]) * 1e3,
                Math.round(PeakMemory.megabytes()),
                details);
    }

    private void requireRoom() throws IOException {
        long room = Files.getFileStore(folder).getUsableSpace();
        long wanted = (long) events * MOST_EVENT_BYTES;
        if (room < wanted) {
            throw new IOException("files of " + events + " events need " + (wanted >> 20) + " MB in " + folder
                    + ", which has " + (room >> 20) + " MB; give another folder or fewer events");
        }
    }

    private void write(DecodedFormat format, Path file) throws IOException {
        try (EventSink sink = format.writer().open(file, SIDE, SIDE)) {
            for (int start = 0; start < events && start >= 0; start += PACKET_EVENTS) {
                sink.append(packet(start, Math.min(PACKET_EVENTS, events - start)));
            }
            sink.finish();
        }
    }

    private double[] binMs(EventStream recording) {
        FrameBinning binning = new FrameBinning(EventSlicing.byTime(FRAMES), SIDE, SIDE);
        float[] frames = new float[FRAMES * binning.frameSize()];
        return timing.medians(() -> {
            long[] start = now();
            binning.addInto(recording, frames, 0, binning.frameSize());
            return since(start);
        });
    }

    private long[] nanos(Path file) {
        long[] start = now();
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
        long[] nanos = since(start);
        if (read != events) {
            throw new IllegalStateException(file + " held " + events + " events, but " + read + " were read");
        }
        return nanos;
    }

    private static long peakHeap() {
        return heapPools().stream()
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** The clock, and the time that this thread has computed. */
    private static long[] now() {
        return new long[] {
            System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
        };
    }

    private static long[] since(long[] start) {
        long[] now = now();
        return new long[] {now[0] - start[0], now[1] - start[1]};
    }

    private static void putRates(Map<String, Object> details, String name, int count, double[] ms) {
        details.put(name + "MillionPerSecond", rate(count, ms[0]));
        details.put(name + "MillionPerCpuSecond", rate(count, ms[1]));
    }

    private static double rate(int count, double ms) {
        return Math.round(count / Math.max(ms, 1e-6) / 1e3 * 10) / 10.0;
    }

    /** Events start to start + size - 1 of the recording. */
    private static EventStream packet(int start, int size) {
        SplittableRandom random = new SplittableRandom(SEED);
        long[] t = new long[size];
        short[] x = new short[size];
        short[] y = new short[size];
        byte[] polarity = new byte[size];
        for (int i = 0; i < size; i++) {
            int bits = random.nextInt();
            t[i] = (long) start + i;
            x[i] = (short) (bits & SIDE - 1);
            y[i] = (short) (bits >> 8 & SIDE - 1);
            polarity[i] = (byte) (bits >>> 31);
        }
        return EventStream.ofColumns(SIDE, SIDE, size, t, x, y, polarity);
    }
}
