package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.wav.WavSample;

class TimeIndexTest {
    /** Pieces of the readers have up to 2^17 events. */
    private static final EventStream EVENTS = RandomEvents.ordered(3, 400_000, 34, 34, 3_000_000, 30);

    private static final ReadOptions OPTIONS = ReadOptions.defaults().withSensor(34, 34);

    @TempDir
    static Path folder;

    static Stream<Arguments> formats() throws IOException {
        return SmallFiles.of(EVENTS, folder).entrySet().stream()
                .filter(file -> !file.getKey().equals("npy") && !file.getKey().equals("aedat1"))
                .map(file -> Arguments.of(file.getKey(), file.getValue().get(0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void stretchesHaveTheEventsOfALinearReading(String ending, byte[] content) throws IOException {
        Path path = Files.write(folder.resolve("indexed." + ending), content);
        EventStream linear = EventFile.read(path, OPTIONS);
        TimeIndex index = TimeIndex.of(path, OPTIONS);
        SplittableRandom random = new SplittableRandom(1);

        assertThat(index.events()).isEqualTo(400_000);
        assertThat(index.isOrdered()).isTrue();
        assertThat(index.earliestMicros()).isEqualTo(linear.t(0));
        assertThat(index.latestMicros()).isEqualTo(linear.t(399_999));
        for (int i = 0; i < 30; i++) {
            long start = linear.t(random.nextInt(400_000)) - random.nextInt(3);
            assertStretch(index, linear, start, start + random.nextInt(1 << random.nextInt(1, 21)));
        }
        assertStretch(index, linear, Long.MIN_VALUE, Long.MAX_VALUE);
        assertStretch(index, linear, Long.MIN_VALUE, linear.t(0));
        assertStretch(index, linear, linear.t(399_999) + 1, Long.MAX_VALUE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void shortStretchesCostAFewPiecesOfTheFile(String ending, byte[] content) throws IOException {
        Path path = Files.write(folder.resolve("indexed." + ending), content);
        TimeIndex index = TimeIndex.of(path, OPTIONS);
        boolean forwardOnly = ending.equals("npz") || ending.equals("mat");
        int read = 0;
        try (EventReader reader = index.open(EVENTS.t(390_000), EVENTS.t(390_010))) {
            for (Optional<EventStream> next = reader.next(); next.isPresent(); next = reader.next()) {
                read += next.get().size();
            }
        }

        assertThat(read).as("events read for ten").isLessThanOrEqualTo(forwardOnly ? 400_000 : 140_000);
    }

    @Test
    void soundsCanOnlyBeReadOn() throws IOException {
        Path path = WavSample.tone(folder.resolve("tone.wav"), 1000, 8000, 4000, 0.1);
        EventStream linear = EventFile.read(path);
        TimeIndex index = TimeIndex.of(path, ReadOptions.defaults());

        assertStretch(index, linear, linear.t(linear.size() / 2), Long.MAX_VALUE);
    }

    @Test
    void stretchesAreTurnedRoundAsTheWholeRecordingIs() throws IOException {
        Path path = folder.resolve("turned.aedat");
        Files.write(path, SmallFiles.of(EVENTS, folder).get("aedat2").get(0));
        ReadOptions upright = OPTIONS.withUpright(true).withStoredPolarity(true);
        TimeIndex index = TimeIndex.of(path, upright);

        assertStretch(index, EventFile.read(path, upright), EVENTS.t(300_000), EVENTS.t(300_100));
    }

    @Test
    void timesThatGoBackAreFoundWhereverTheyAre() throws IOException {
        EventStreamBuilder shuffled = EventStream.builder(34, 34);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < EVENTS.size(); i++) {
            int late = random.nextInt(50) == 0 ? random.nextInt(20_000) : 0;
            shuffled.add(EVENTS.t(i) - late, EVENTS.x(i), EVENTS.y(i), EVENTS.polarity(i));
        }
        for (String ending : List.of("aedat4", "h5", "csv", "npz")) {
            Path path = folder.resolve("shuffled." + ending);
            EventFile.formatToWrite(ending).writer().orElseThrow().write(path, shuffled.build());
            TimeIndex index = TimeIndex.of(path, OPTIONS);

            assertThat(index.isOrdered()).isFalse();
            for (int i = 0; i < 20; i++) {
                long start = EVENTS.t(random.nextInt(400_000));
                assertStretch(index, shuffled.build(), start, start + 5_000);
            }
        }
    }

    private static void assertStretch(TimeIndex index, EventStream all, long start, long end) throws IOException {
        List<EventStream> found = new ArrayList<>();
        try (EventReader reader = index.open(start, end)) {
            for (Optional<EventStream> next = reader.next(); next.isPresent(); next = reader.next()) {
                found.add(between(next.get(), start, end));
            }
        }
        found.add(EventStream.builder(all.width(), all.height()).build());
        EventAssertions.assertSame(EventStream.concat(found), between(all, start, end));
    }

    private static EventStream between(EventStream events, long start, long end) {
        EventStreamBuilder found = EventStream.builder(events.width(), events.height());
        for (int i = 0; i < events.size(); i++) {
            if (events.t(i) >= start && events.t(i) < end) {
                found.add(events.t(i), events.x(i), events.y(i), events.polarity(i));
            }
        }
        return found.build();
    }
}
