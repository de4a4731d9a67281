package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;

class RecordingWindowsTest {
    private static final ReadOptions OPTIONS = ReadOptions.defaults();

    @TempDir
    Path folder;

    @Test
    void firstPartOfEachRecordingTrainsAndTheLastTests() throws IOException {
        Path box = write("box.aedat4", everyMicrosecond(5_000, 1_000));
        Path mug = write("mug.aedat4", everyMicrosecond(9_000, 2_000));
        WindowCut cut = WindowCut.of(100).withShares(0.1, 0.3);

        RecordingWindows data = RecordingWindows.open(
                "objects",
                List.of(LabelledRecording.ofClass(box, 0), LabelledRecording.ofClass(mug, 1)),
                List.of("box", "mug"),
                cut,
                OPTIONS);

        assertThat(starts(data, Split.TRAIN, 0)).containsExactly(5_000L, 5_100L, 5_200L, 5_300L, 5_400L, 5_500L);
        assertThat(starts(data, Split.VALIDATION, 0)).containsExactly(5_600L);
        assertThat(starts(data, Split.TEST, 0)).containsExactly(5_700L, 5_800L, 5_900L);
        assertThat(starts(data, Split.TRAIN, 1)).hasSize(12);
        assertThat(starts(data, Split.VALIDATION, 1)).containsExactly(10_200L, 10_300L);
        assertThat(starts(data, Split.TEST, 1)).hasSize(6);
        assertThat(data.samples(Split.TEST))
                .allSatisfy(sample -> assertThat(sample.events().size()).isEqualTo(100));
        assertThat(data.samples(Split.TRAIN).get(0).group()).isEqualTo("box.aedat4 TRAIN");
        assertThat(data.width()).isEqualTo(16);
        assertThat(data.height()).isEqualTo(12);
    }

    @Test
    void intervalsAreCutEachByItselfAndWindowsMayOverlap() throws IOException {
        Path file = write("two.aedat4", everyMicrosecond(0, 1_000));
        List<LabelledInterval> intervals =
                List.of(new LabelledInterval(1, 500, 5_000), new LabelledInterval(0, 100, 300));

        RecordingWindows data = RecordingWindows.open(
                "two",
                List.of(new LabelledRecording(file, intervals)),
                List.of("a", "b"),
                WindowCut.of(100).withStride(50).withShares(0, 0.5),
                OPTIONS);

        assertThat(starts(data, Split.TRAIN, 1)).containsExactly(500L, 550L, 600L, 650L);
        assertThat(starts(data, Split.TEST, 1)).containsExactly(750L, 800L, 850L, 900L);
        assertThat(starts(data, Split.TRAIN, 0)).containsExactly(100L);
        assertThat(starts(data, Split.TEST, 0)).containsExactly(200L);
        assertThat(data.samples(Split.VALIDATION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "20000, true", "100000000, true", "0, false", "20000, false", "100000000, false"})
    void eventsAreThoseOfTheWindowWhateverTheCacheHoldsAndTheOrderOfTimes(long cacheBytes, boolean ordered)
            throws IOException {
        EventStream events = ordered
                ? RandomEvents.ordered(3, 20_000, 16, 12, 1_000, 20)
                : RandomEvents.unordered(3, 20_000, 16, 12, 200_000);
        Path file = write("random.csv", events);

        RecordingWindows data = RecordingWindows.open(
                "random",
                List.of(LabelledRecording.ofClass(file, 0)),
                List.of("all"),
                WindowCut.of(3_000).withStride(2_000).withShares(0, 0.3),
                OPTIONS.withSensor(16, 12),
                cacheBytes);

        for (Split split : List.of(Split.TEST, Split.TRAIN)) {
            List<EventSample> samples = data.samples(split);
            assertThat(samples).hasSizeGreaterThan(20);
            for (int i = 0; i < samples.size(); i++) {
                EventSample sample = samples.get((i * 7) % samples.size());
                long start = start(sample);
                EventAssertions.assertSame(sample.events(), between(events, start, start + 3_000));
            }
        }
    }

    @Test
    void windowsWithoutEventsAreEmptySamples() throws IOException {
        EventStream events = EventStream.builder(4, 4)
                .add(0, 1, 1, 1)
                .add(350, 2, 2, 0)
                .add(399, 3, 3, 0)
                .build();

        RecordingWindows data = RecordingWindows.open(
                "pause",
                List.of(LabelledRecording.ofClass(write("pause.aedat4", events), 0)),
                List.of("a"),
                WindowCut.of(100),
                OPTIONS);

        assertThat(data.samples(Split.TRAIN))
                .extracting(sample -> sample.events().size())
                .containsExactly(1, 0, 0, 2);
    }

    @Test
    void recordingsOfOtherSensorsAndLabelsWithoutNamesAreRefused() throws IOException {
        Path small = write("small.aedat4", everyMicrosecond(0, 10));
        Path large = write(
                "large.aedat4", EventStream.builder(17, 12).add(0, 1, 1, 1).build());
        List<LabelledRecording> both =
                List.of(LabelledRecording.ofClass(small, 0), LabelledRecording.ofClass(large, 0));

        assertThatThrownBy(() -> RecordingWindows.open("x", both, List.of("a"), WindowCut.of(5), OPTIONS))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("sensor of 16x12")
                .hasMessageContaining("large.aedat4");
        assertThatThrownBy(() -> RecordingWindows.open("x", both, List.of(), WindowCut.of(5), OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below the 0 classes");
    }

    @Test
    void cutsThatGiveTooManyWindowsAreRefusedInsteadOfFillingTheMemory() throws IOException {
        EventStream far =
                EventStream.builder(4, 4).add(0, 1, 1, 1).add(1L << 50, 2, 2, 0).build();
        List<LabelledRecording> recordings = List.of(LabelledRecording.ofClass(write("far.aedat4", far), 0));

        assertThatThrownBy(() -> RecordingWindows.open("x", recordings, List.of("a"), WindowCut.of(10), OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer stride");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void sharesOutsideZeroToOneAreRefused(double share) {
        assertThatThrownBy(() -> WindowCut.of(1).withShares(0, share))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shares");
    }

    private Path write(String name, EventStream events) throws IOException {
        Path file = folder.resolve(name);
        String ending = name.substring(name.indexOf('.') + 1);
        EventFile.formatToWrite(ending).writer().orElseThrow().write(file, events);
        return file;
    }

    private static EventStream everyMicrosecond(long start, int count) {
        EventStreamBuilder builder = EventStream.builder(16, 12);
        for (int i = 0; i < count; i++) {
            builder.add(start + i, i % 16, i % 12, i % 2);
        }
        return builder.build();
    }

    private static EventStream between(EventStream events, long start, long end) {
        EventStreamBuilder builder = EventStream.builder(events.width(), events.height());
        for (int i = 0; i < events.size(); i++) {
            if (events.t(i) >= start && events.t(i) < end) {
                builder.add(events.t(i), events.x(i), events.y(i), events.polarity(i));
            }
        }
        return builder.build();
    }

    private static List<Long> starts(RecordingWindows data, Split split, int label) {
        return data.samples(split).stream()
                .filter(sample -> sample.label() == label)
                .map(RecordingWindowsTest::start)
                .toList();
    }

    private static long start(EventSample sample) {
        String[] words = Objects.requireNonNull(sample.name()).split(" ");
        return Long.parseLong(words[words.length - 2]);
    }
}
