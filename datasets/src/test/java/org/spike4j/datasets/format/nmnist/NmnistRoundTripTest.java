package org.spike4j.datasets.format.nmnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.ReadOptions;

class NmnistRoundTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 34, 34, 0, 10",
        "2, 4681, 34, 34, 893, 130",
        "3, 65537, 34, 34, 0, 3",
        "4, 70001, 240, 180, 8388000, 1",
        "5, 2000, 34, 34, 8388600, 20000",
        "6, 999, 256, 240, 123456789, 9000000"
    })
    void readsBackWhatWasWritten(long seed, int size, int width, int height, long start, int step) throws IOException {
        EventStream events = RandomEvents.ordered(seed, size, width, height, start, step);
        Path path = folder.resolve("00001.bin");
        NmnistWriter.write(path, events);

        EventAssertions.assertSame(EventFile.read(path, ReadOptions.defaults().withSensor(width, height)), events);
    }

    @Test
    void bitsLieAsTheFormatSays() throws IOException {
        Path path = folder.resolve("one.bs2");
        EventStream event = EventStream.builder(34, 34).add(0x123456, 7, 33, 1).build();
        NmnistWriter.write(path, event);

        assertThat(path).hasBinaryContent(new byte[] {7, 33, (byte) 0x92, 0x34, 0x56});
    }

    @Test
    void overflowRowAdds8192MicrosecondsToAllLaterTimes() throws IOException {
        byte[] bytes = {
            1, 2, 0, 0, 5, 0, (byte) 240, 0, 0, 0, 3, 4, (byte) 0x80, 0, 6, 9, (byte) 240, 1, 2, 3, 5, 6, 0, 0, 7
        };
        EventStream events = EventFile.read(Files.write(folder.resolve("o.bin"), bytes));

        assertThat(events.size()).isEqualTo(3);
        assertThat(events.t(0)).isEqualTo(5);
        assertThat(events.t(1)).isEqualTo(8192 + 6);
        assertThat(events.t(2)).isEqualTo(2 * 8192 + 7);
        assertThat(events.polarity(1)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"33, 33, 34, 34", "34, 0, 240, 180", "239, 179, 240, 180", "255, 5, 304, 240", "0, 239, 304, 240"})
    void sensorIsTheSmallestOfTheDataSetsThatHoldsAllEvents(int x, int y, int width, int height) throws IOException {
        EventStream events =
                EventFile.read(Files.write(folder.resolve("s.bin"), new byte[] {(byte) x, (byte) y, 0, 0, 1}));

        assertThat(events.width()).isEqualTo(width);
        assertThat(events.height()).isEqualTo(height);
    }

    @ParameterizedTest
    @CsvSource({
        "8000000000, 0, 0, shift the times",
        "-1, 0, 0, shift the times",
        "0, 256, 0, 256x240",
        "0, 0, 240, 256x240"
    })
    void eventsTheFormatCannotHoldAreRefused(long t, int x, int y, String message) {
        EventStream events = EventStream.builder(300, 300).add(t, x, y, 0).build();

        assertThatThrownBy(() -> NmnistWriter.write(folder.resolve("bad.bin"), events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThat(folder).isEmptyDirectory();
    }
}
