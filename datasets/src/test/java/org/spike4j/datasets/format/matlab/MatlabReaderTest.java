package org.spike4j.datasets.format.matlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.RecordingFacts;

class MatlabReaderTest {
    @TempDir
    Path folder;

    /**
     * Written by scipy.io.savemat 1.17.1 with do_compression: note (text), ts (double), x (uint16), y (uint8), pol
     * (logical); the sums are those of NumPy.
     */
    @Test
    void compressedVariablesOfScipyHaveTheFactsOfNumpy() throws IOException {
        Path path = folder.resolve("scipy.mat");
        Files.copy(getClass().getResourceAsStream("scipy.mat"), path);
        try (EventReader reader = EventFile.open(path, ReadOptions.defaults())) {
            RecordingFacts facts = RecordingFacts.of(reader);

            assertThat(facts.events()).isEqualTo(300);
            assertThat(facts.sumT()).isEqualTo(1_000_435 - 300 * 37);
            assertThat(facts.sumX()).isEqualTo(37_230);
            assertThat(facts.sumY()).isEqualTo(27_839);
            assertThat(facts.polarity()).containsEntry("1", 165L);
            assertThat(facts.first().get(0)).isEqualTo(List.of(37L, 202L, 33L, 0L));
            assertThat(facts.last().get(1)).isEqualTo(List.of(7022L, 77L, 118L, 1L));
            assertThat(facts.width()).isEqualTo(240);
            assertThat(facts.height()).isEqualTo(180);
        }
        assertThat(EventFile.read(path, ReadOptions.defaults().withTimeUnit(TimeUnit.MILLISECONDS))
                        .t(0))
                .isEqualTo(37_000);
    }

    @ParameterizedTest
    @CsvSource({"1, LITTLE_ENDIAN", "1, BIG_ENDIAN", "70001, LITTLE_ENDIAN", "70001, BIG_ENDIAN"})
    void bothOrdersOfBytesAreRead(int size, String order) throws IOException {
        EventStream events = RandomEvents.ordered(4, size, 240, 180, 5_000_000, 3);
        Path path = folder.resolve("sample.mat");
        for (boolean compressed : new boolean[] {true, false}) {
            ByteOrder bytes = order.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            Files.write(path, MatlabSample.file(events, bytes, compressed));

            EventAssertions.assertSame(
                    EventFile.read(path, ReadOptions.defaults().withSensor(240, 180)), events);
        }
    }

    @Test
    void filesWithoutEventsAreRefused() throws IOException {
        byte[] bytes =
                MatlabSample.file(RandomEvents.ordered(4, 10, 240, 180, 5_000_000, 3), ByteOrder.LITTLE_ENDIAN, false);
        int onlyTimes = 128 + 56 + 10 * 8;
        Path path = Files.write(folder.resolve("short.mat"), Arrays.copyOf(bytes, onlyTimes));

        assertThatThrownBy(() -> EventFile.read(path))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("variables t, x, y, p");
    }
}
