package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;

/** What every format that can be written promises. */
class WriterContractTest {
    @TempDir
    Path folder;

    static Stream<String> endings() {
        return EventFile.formats().stream()
                .filter(format -> format.writer().isPresent())
                .map(EventFormat::ending);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void readingGivesTheEventsThatWereWritten(String ending) throws IOException {
        List<EventStream> recordings = new ArrayList<>();
        recordings.add(RandomEvents.ordered(1, 1, 34, 34, 0, 0));
        recordings.add(RandomEvents.ordered(2, 70_001, 240, 180, 0, 3));
        recordings.add(RandomEvents.ordered(3, 3000, 128, 128, 16_770_000, 100));
        recordings.add(RandomEvents.ordered(4, 300, 200, 100, 30_000_000, 20_000_000));
        for (EventStream events : recordings) {
            Path path = folder.resolve("sample." + ending);
            writer(ending).write(path, events);
            ReadOptions options = ReadOptions.defaults().withSensor(events.width(), events.height());

            EventAssertions.assertSame(EventFile.read(path, options), events);
        }
    }

    @ParameterizedTest
    @MethodSource("endings")
    void sameEventsGiveTheSameBytesAndNothingElseIsLeftInTheFolder(String ending) throws IOException {
        EventStream events = RandomEvents.ordered(5, 1000, 128, 128, 0, 30);
        Path first = folder.resolve("a." + ending);
        Path second = folder.resolve("b." + ending);
        writer(ending).write(first, events);
        writer(ending).write(second, events);

        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void timesThatTheFormatCannotHoldAreRefusedAndTheOldFileStays(String ending) throws IOException {
        Path path = Files.writeString(folder.resolve("old." + ending), "old");
        EventStream events = EventStream.builder(2, 2)
                .add(Long.MIN_VALUE, 0, 0, 0)
                .add(Long.MAX_VALUE, 0, 0, 0)
                .build();

        assertThatThrownBy(() -> writer(ending).write(path, events)).isInstanceOf(IllegalArgumentException.class);
        assertThat(path).hasContent("old");
    }

    @ParameterizedTest
    @MethodSource("endings")
    void packetsOfAnySizeGiveTheFileOfTheWholeRecording(String ending) throws IOException {
        EventStream events = RandomEvents.ordered(6, 2 * EventSink.PACKET_EVENTS + 77, 128, 128, 0, 30);
        Path whole = folder.resolve("whole." + ending);
        writer(ending).write(whole, events);
        for (int size : new int[] {7, 5000, EventSink.PACKET_EVENTS}) {
            Path path = folder.resolve("packets." + ending);
            try (EventSink sink = writer(ending).open(path, 128, 128)) {
                for (int start = 0; start < events.size(); start += size) {
                    sink.append(events.slice(start, Math.min(events.size(), start + size)));
                }
                sink.finish();
            }

            assertThat(path).as("packets of %d events", size).hasSameBinaryContentAs(whole);
        }
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void closingWithoutFinishKeepsTheOldFileAndLeavesNothing(String ending) throws IOException {
        Path path = Files.writeString(folder.resolve("old." + ending), "old");
        EventStream events = RandomEvents.ordered(6, EventSink.PACKET_EVENTS + 77, 128, 128, 0, 30);
        try (EventSink sink = writer(ending).open(path, 128, 128)) {
            sink.append(events);
        }

        assertThat(path).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("old." + ending);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void eventsOfAnotherSensorOrAfterTheEndAreRefused(String ending) throws IOException {
        EventStream events = RandomEvents.ordered(6, 10, 128, 128, 0, 30);
        try (EventSink sink = writer(ending).open(folder.resolve("a." + ending), 128, 127)) {
            assertThatThrownBy(() -> sink.append(events))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("128x127");
        }
        try (EventSink sink = writer(ending).open(folder.resolve("b." + ending), 128, 128)) {
            sink.append(events);
            sink.finish();
            assertThatThrownBy(() -> sink.append(events)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(sink::finish).isInstanceOf(IllegalStateException.class);
        }
    }

    private static EventWriter writer(String ending) {
        return EventFile.formatToWrite(ending).writer().orElseThrow();
    }
}
