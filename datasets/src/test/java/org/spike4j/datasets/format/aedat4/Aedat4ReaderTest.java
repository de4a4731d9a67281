package org.spike4j.datasets.format.aedat4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;

class Aedat4ReaderTest {
    private static final long UNIX_MICROS = 1_633_953_690_975_950L;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void readsEveryCompression(int compression) throws IOException {
        EventStream events = RandomEvents.ordered(compression, 20_011, 346, 260, UNIX_MICROS, 5);

        EventAssertions.assertSame(EventFile.read(write(Aedat4Sample.file(events, 6007, compression))), events);
    }

    @Test
    void sensorOfTheOptionsGoesBeforeThatOfTheFile() throws IOException {
        EventStream events = RandomEvents.ordered(1, 10, 30, 20, 0, 5);
        Path path = write(Aedat4Sample.file(events, 10, 1, Aedat4Sample.info("EVTS", 5, 5)));

        assertThat(EventFile.read(path, ReadOptions.defaults().withSensor(31, 21))
                        .width())
                .isEqualTo(31);
        assertThatThrownBy(() -> EventFile.read(path))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("sensor of 5x5");
    }

    @Test
    void missingStreamNamesThoseThereAre() throws IOException {
        Path path = write(Aedat4Sample.file(RandomEvents.ordered(1, 10, 30, 20, 0, 5), 10, 0));

        assertThatThrownBy(() -> EventFile.read(path, ReadOptions.defaults().withStream(1)))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("EVTS")
                .hasMessageContaining("[0:EVTS, 1:IMUS]");
    }

    @Test
    void sizeThatTheFileDoesNotStateIsAskedFor() throws IOException {
        EventStream events = RandomEvents.ordered(1, 10, 30, 20, 0, 5);
        Path path = write(Aedat4Sample.file(events, 10, 0, Aedat4Sample.info("EVTS", 0, 0)));

        assertThatThrownBy(() -> EventFile.read(path))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("ReadOptions.withSensor");
        EventAssertions.assertSame(EventFile.read(path, ReadOptions.defaults().withSensor(30, 20)), events);
    }

    @Test
    void packetThatGrowsWithoutBoundIsRefused() throws IOException {
        byte[] bomb = Zstd.compress(new byte[Packets.MAX_BYTES + 1]);
        assertThat(bomb.length).isLessThan(100_000);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Aedat4Sample.file(EventStream.builder(30, 20).build(), 10, 3));
        Aedat4Sample.writePacket(file, 0, bomb);

        assertThatThrownBy(() -> EventFile.read(write(file.toByteArray())))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("at most 67108864 bytes when decompressed");
    }

    @Test
    void recordingOfTooManyEventsPointsToTheLazyReader() throws IOException {
        Path path = write(Aedat4Sample.file(RandomEvents.ordered(1, 100, 30, 20, 0, 5), 10, 1));

        assertThatThrownBy(() -> EventFile.read(path, ReadOptions.defaults().withMaxEvents(99)))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("EventFile.open");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("sample.aedat4"), bytes);
    }
}
