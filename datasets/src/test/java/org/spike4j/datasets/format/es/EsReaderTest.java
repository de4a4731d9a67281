package org.spike4j.datasets.format.es;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;

class EsReaderTest {
    @TempDir
    Path folder;

    @Test
    void dvsBytesLieAsTheFormatSays() throws IOException {
        EventStream events = read(2, 1, 5 << 1 | 1, 0x2c, 0x01, 7, 0, 0xfe, 0xff, 0xff, 3 << 1, 1, 0, 2, 0);

        EventStream expected = EventStream.builder(320, 240)
                .add(5, 300, 7, 1)
                .add(5 + 254 + 3, 1, 2, 0)
                .build();
        EventAssertions.assertSame(events, expected);
    }

    @Test
    void uprightEventsHaveRowsCountedFromAbove() throws IOException {
        Path path = folder.resolve("upright.es");
        EsWriter.write(path, EventStream.builder(320, 240).add(5, 300, 7, 1).build());

        EventAssertions.assertSame(
                EventFile.read(path, ReadOptions.defaults().withUpright(true)),
                EventStream.builder(320, 240).add(5, 300, 232, 1).build());
    }

    @Test
    void atisEventsOfTheExposureAreLeftOutButTheirTimeCounts() throws IOException {
        EventStream events =
                read(2, 2, 5 << 2 | 0b10, 9, 0, 8, 0, 0xfc, 0xfe, 4 << 2 | 0b11, 1, 0, 1, 0, 1 << 2, 3, 0, 4, 0);

        EventStream expected = EventStream.builder(320, 240)
                .add(5, 9, 8, 1)
                .add(5 + 126 + 4 + 1, 3, 4, 0)
                .build();
        EventAssertions.assertSame(events, expected);
    }

    @Test
    void colourEventsHavePolarity0() throws IOException {
        EventStream events = read(2, 4, 253, 9, 0, 8, 0, 200, 100, 50, 0xff, 1, 3, 0, 4, 0, 1, 2, 3);

        EventStream expected = EventStream.builder(320, 240)
                .add(253, 9, 8, 0)
                .add(253 + 254 + 1, 3, 4, 0)
                .build();
        EventAssertions.assertSame(events, expected);
    }

    @ParameterizedTest
    @CsvSource({"2, 0, data convert --records messages", "2, 3, type 3", "1, 1, version 1.0"})
    void otherKindsAndVersionsAreNamed(int version, int type, String message) {
        assertThatThrownBy(() -> read(version, type, 0, 0, 0, 0, 0))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void cutOffEventIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read(2, 1, 2, 1, 0, 1, 0, 2, 1))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("a whole event of 5 bytes at byte 25, found 2 bytes");
    }

    private EventStream read(int version, int type, int... data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Event Stream".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {(byte) version, 0, 0, (byte) type, 0x40, 1, (byte) 240, 0});
        for (int b : data) {
            bytes.write(b);
        }
        return EventFile.read(Files.write(folder.resolve("sample.es"), bytes.toByteArray()));
    }
}
