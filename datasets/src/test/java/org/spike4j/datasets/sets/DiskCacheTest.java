package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

class DiskCacheTest {
    private static final int SAMPLES = 10;

    @TempDir
    Path folder;

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void samplesAreReadOnceAlsoByTheNextProcess() throws IOException {
        Path cache = folder.resolve("cache");
        for (int process = 0; process < 2; process++) {
            EventDataSet data = DiskCache.open(cache, 1 << 20).over(new ToySet(), "v1");
            for (int epoch = 0; epoch < 2; epoch++) {
                assertEvents(data);
            }
            assertThat(data.classNames()).containsExactly("a", "b");
        }

        assertThat(reads).hasValue(SAMPLES);
        assertThat(files(cache)).hasSize(SAMPLES);
    }

    @Test
    void anotherVersionDoesNotSeeTheSamplesOfTheFirst() throws IOException {
        DiskCache cache = DiskCache.open(folder, 1 << 20);
        assertEvents(cache.over(new ToySet(), "v1"));
        assertEvents(cache.over(new ToySet(), "v2"));

        assertThat(reads).hasValue(2 * SAMPLES);
    }

    @Test
    void damagedFilesAreMadeAgain() throws IOException {
        EventDataSet data = DiskCache.open(folder, 1 << 20).over(new ToySet(), "v1");
        assertEvents(data);
        List<Path> files = files(folder);
        for (int i = 0; i < 4; i++) {
            byte[] bytes = Files.readAllBytes(files.get(i));
            switch (i) {
                case 0 -> Files.write(files.get(i), new byte[0]);
                case 1 -> bytes[bytes.length / 2] ^= 4;
                case 2 -> bytes[12] ^= 1;
                default -> bytes = Arrays.copyOf(bytes, bytes.length - 1);
            }
            if (i > 0) {
                Files.write(files.get(i), bytes);
            }
        }

        assertEvents(data);
        assertThat(reads).hasValue(SAMPLES + 4);
        assertEvents(data);
        assertThat(reads).hasValue(SAMPLES + 4);
    }

    @Test
    void theFolderStaysWithinItsBound() throws IOException {
        long one = PackedEvents.of(events(0)).toBytes().length;
        EventDataSet data = DiskCache.open(folder, 5 * one).over(new ToySet(), "v1");
        for (int epoch = 0; epoch < 3; epoch++) {
            for (EventSample sample : data.samples(Split.TRAIN)) {
                sample.events();
                assertThat(bytes(folder)).isLessThanOrEqualTo(5 * one);
            }
        }
        DiskCache.open(folder, 2 * one);
        assertThat(bytes(folder)).isLessThanOrEqualTo(2 * one);

        assertEvents(DiskCache.open(folder, 0).over(new ToySet(), "v1"));
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void whatWasNotUsedForLongestLeavesFirst() throws IOException {
        Instant[] now = {Instant.parse("2030-01-01T00:00:00Z")};
        CacheFolder cache = CacheFolder.open(folder, 400, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                now[0] = now[0].plusSeconds(10);
                return now[0];
            }
        });
        for (String name : List.of("a", "b", "c", "d")) {
            cache.write(name, new byte[100]);
        }
        cache.read("a");
        cache.write("e", new byte[100]);

        assertThat(files(folder))
                .extracting(file -> file.getFileName().toString())
                .contains("a.events", "e.events")
                .doesNotContain("b.events");
    }

    @Test
    void leftoversOfKilledWritersAreRemovedWhenTheyAreOld() throws IOException {
        Path old = Files.write(folder.resolve(".x.events.1-1.part"), new byte[10]);
        Path young = Files.write(folder.resolve(".y.events.2-1.part"), new byte[10]);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        DiskCache.open(folder, 1000);

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void threadsOfSeveralCachesShareAFolder() throws IOException, InterruptedException, ExecutionException {
        long bound = 4L * PackedEvents.of(events(0)).toBytes().length;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            EventDataSet data = DiskCache.open(folder, bound).over(new ToySet(), "v1");
            done.add(threads.submit(() -> {
                for (int epoch = 0; epoch < 20; epoch++) {
                    assertEvents(data);
                }
                return null;
            }));
        }
        for (Future<?> future : done) {
            future.get();
        }
        threads.shutdown();
        DiskCache.open(folder, bound);
        assertThat(bytes(folder)).isLessThanOrEqualTo(bound);
    }

    private static void assertEvents(EventDataSet data) throws IOException {
        List<EventSample> samples = data.samples(Split.TRAIN);
        for (int i = 0; i < samples.size(); i++) {
            EventAssertions.assertSame(samples.get(i).events(), events(i));
        }
    }

    private static EventStream events(int sample) {
        return RandomEvents.ordered(sample, 200, 34, 34, 1_000_000, 60);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** Ten samples of the same name, as those of N-MNIST in the folders of their digits. */
    private final class ToySet implements EventDataSet {
        @Override
        public String name() {
            return "toy";
        }

        @Override
        public int width() {
            return 34;
        }

        @Override
        public int height() {
            return 34;
        }

        @Override
        public List<String> classNames() {
            return List.of("a", "b");
        }

        @Override
        public List<EventSample> samples(Split split) {
            return IntStream.range(0, split == Split.TRAIN ? SAMPLES : 0)
                    .mapToObj(i -> new EventSample("1.bin", 1, "g", () -> {
                        reads.incrementAndGet();
                        return events(i);
                    }))
                    .toList();
        }
    }
}
