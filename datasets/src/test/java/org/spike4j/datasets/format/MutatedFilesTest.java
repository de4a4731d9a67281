package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat4.Aedat4Writer;
import org.spike4j.datasets.format.sensor.SensorFacts;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.wav.WavSample;

/** Ten thousand damaged files of each format, made of small ones so that this takes seconds. */
class MutatedFilesTest {
    private static final EventStream EVENTS = RandomEvents.ordered(7, 60, 34, 34, 8_388_000, 20);
    private static final ReadOptions OPTIONS = ReadOptions.defaults().withSensor(34, 34);

    /** A file of some kilobytes may claim to be longer, but not cost more than this. */
    private static final MutationRun RUN = new MutationRun(10_000, 24L << 20);

    @TempDir
    static Path folder;

    static Stream<Arguments> formats() throws IOException {
        Map<String, List<byte[]>> files = SmallFiles.of(EVENTS, folder);
        return files.entrySet().stream().map(file -> Arguments.of(file.getKey(), file.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void tenThousandDamagedFilesAreReadOrRefused(String ending, List<byte[]> contents) {
        int refused = RUN.read(folder.resolve("sample." + ending), contents, OPTIONS);

        assertThat(refused).as("mutations that were noticed").isGreaterThan(RUN.mutations() / 10);
    }

    @Test
    void tenThousandDamagedSoundsAreReadOrRefused() throws IOException {
        byte[] sound = Files.readAllBytes(WavSample.tone(folder.resolve("tone.wav"), 440, 8000, 60, 0.5));

        int refused = RUN.read(folder.resolve("sample.wav"), List.of(sound), ReadOptions.defaults());

        assertThat(refused).as("mutations that were noticed").isGreaterThan(RUN.mutations() / 10);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"aedat4", "aedat", "es"})
    void tenThousandDamagedRecordingsOfMoreThanEventsAreReadOrRefused(String ending) throws IOException {
        List<byte[]> contents = SmallRecordings.of(ending);

        int refused = RUN.read(folder.resolve("sensors." + ending), contents, path -> {
            try (SensorReader reader = SensorFile.open(path, SensorSelection.all())) {
                SensorFacts.of(reader);
            }
        });

        assertThat(refused).as("mutations that were noticed").isGreaterThan(RUN.mutations() / 10);
    }

    @Test
    void tenThousandDamagedTablesOfPacketsAreUsedOrNot() throws IOException {
        Path packed = folder.resolve("packed.aedat4");
        Path plain = folder.resolve("plain.aedat4");
        Aedat4Writer.write(packed, EVENTS);
        Aedat4Writer.writeUncompressed(plain, EVENTS);
        List<byte[]> contents = List.of(Files.readAllBytes(packed), Files.readAllBytes(plain));

        int refused = RUN.read(folder.resolve("table.aedat4"), contents, path -> TimeIndex.of(path, OPTIONS));

        assertThat(refused).as("mutations that were noticed").isGreaterThan(RUN.mutations() / 10);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formats")
    void undamagedFilesAreRead(String ending, List<byte[]> contents) throws IOException {
        for (byte[] content : contents) {
            Path path = Files.write(folder.resolve("whole." + ending), content);
            int size = EventFile.read(path).size();

            assertThat(size).as("events of %s", path).isGreaterThanOrEqualTo(EVENTS.size());
        }
    }
}
