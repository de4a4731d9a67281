package org.spike4j.datasets.format.aedat31;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;

class Aedat31RoundTripTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 128, 128, 0, 10",
        "2, 8192, 128, 128, 5, 10",
        "3, 8193, 346, 260, 0, 0",
        "4, 20000, 240, 180, 2147400000, 100",
        "5, 3001, 17, 3, 1633953690975950, 1000000",
        "6, 500, 1280, 720, 0, 2147483646",
        "7, 70000, 32767, 32767, 0, 1"
    })
    void readsBackWhatWasWritten(long seed, int size, int width, int height, long start, int step) throws IOException {
        EventStream events = RandomEvents.ordered(seed, size, width, height, start, step);
        Path path = folder.resolve("events.aedat");
        Aedat31Writer.write(path, events);

        EventAssertions.assertSame(EventFile.read(path), events);
    }

    @Test
    void timesThatWrapRoundStartANewPacketWithTheNextOverflowCount() throws IOException {
        long wrap = 1L << 31;
        EventStream events = EventStream.builder(128, 128)
                .add(wrap - 1, 1, 2, 0)
                .add(wrap, 3, 4, 1)
                .add(wrap - 2, 5, 6, 0)
                .add(7 * wrap + 9, 7, 8, 1)
                .build();
        Path path = folder.resolve("wrap.aedat");
        Aedat31Writer.write(path, events);

        EventAssertions.assertSame(EventFile.read(path), events);
        byte[] bytes = Files.readAllBytes(path);
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("#!END-HEADER\r\n") + 14;
        ByteBuffer second = ByteBuffer.wrap(bytes, end + 36, 36).slice().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(second.getInt(12)).as("overflow").isEqualTo(1);
        assertThat(second.getInt(20)).as("events").isEqualTo(1);
        assertThat(second.getInt(28)).as("data").isEqualTo(3 << 17 | 4 << 2 | 0b11);
        assertThat(second.getInt(32)).as("time").isZero();
    }

    @Test
    void sameEventsGiveTheSameBytes() throws IOException {
        EventStream events = RandomEvents.ordered(8, 100, 128, 128, 0, 10);
        Aedat31Writer.write(folder.resolve("a.aedat"), events);
        Aedat31Writer.write(folder.resolve("b.aedat"), events);

        assertThat(folder.resolve("a.aedat")).hasSameBinaryContentAs(folder.resolve("b.aedat"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.aedat", "b.aedat");
    }

    @Test
    void emptyStreamReadsBackEmptyWithItsSensor() throws IOException {
        EventStream none = EventStream.builder(99, 7).build();
        Path path = folder.resolve("none.aedat");
        Aedat31Writer.write(path, none);

        EventAssertions.assertSame(EventFile.read(path), none);
    }

    @Test
    void negativeTimesAreRefusedAndTheOldFileStays() throws IOException {
        Path path = Files.writeString(folder.resolve("old.aedat"), "old");
        EventStream events = EventStream.builder(2, 2).add(-1, 0, 0, 0).build();

        assertThatThrownBy(() -> Aedat31Writer.write(path, events))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("event 0 has -1");
        assertThat(path).hasContent("old");
    }

    @Test
    void cameraNameGivesTheSensorAndOtherPacketsAreSkipped() throws IOException {
        Path path = folder.resolve("davis.aedat");
        byte[] frames = packet(2, 1, 0, new int[] {1, 2, 3, 4});
        byte[] events = packet(1, 1, 0, new int[] {200 << 17 | 100 << 2 | 1, 42, 5 << 17 | 6 << 2 | 0b10, 43});
        byte[] otherSource = packet(1, 2, 0, new int[] {300 << 17 | 1, 44});
        write(path, "#Source 1: DAVIS240C\r\n#Source 2: DAVIS346B\r\n", frames, events, otherSource);

        assertThat(EventFile.read(path).size())
                .as("the invalid event is left out")
                .isEqualTo(1);
        try (EventReader reader = EventFile.open(path, ReadOptions.defaults().withInvalid(true))) {
            assertThat(reader.width()).isEqualTo(240);
            assertThat(reader.height()).isEqualTo(180);
            EventStream first = reader.next().orElseThrow();
            assertThat(first.size()).isEqualTo(2);
            assertThat(first.t(1)).isEqualTo(43);
            assertThat(first.polarity(1)).isEqualTo(1);
            assertThat(reader.next()).isEqualTo(Optional.empty());
        }
        EventStream second = EventFile.read(path, ReadOptions.defaults().withStream(2));
        assertThat(second.x(0)).isEqualTo(300);
        assertThat(second.width()).isEqualTo(346);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 128, 128", "127, 127, 128, 128", "128, 0, 240, 180", "0, 180, 346, 260", "1999, 9, 2000, 10"})
    void unknownCameraGetsTheSmallestCommonSensorThatHoldsItsEvents(int x, int y, int width, int height)
            throws IOException {
        Path path = folder.resolve("unknown.aedat");
        write(path, "#Source 1: Test\r\n", packet(1, 1, 3, new int[] {x << 17 | y << 2 | 1, 5}));
        EventStream events = EventFile.read(path);

        assertThat(events.width()).isEqualTo(width);
        assertThat(events.height()).isEqualTo(height);
        assertThat(events.t(0)).isEqualTo(3L * (1L << 31) + 5);
    }

    private static byte[] packet(int type, int source, int overflow, int[] words) {
        int events = words.length / 2;
        ByteBuffer bytes = ByteBuffer.allocate(28 + 8 * events).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) type)
                .putShort((short) source)
                .putInt(8)
                .putInt(4)
                .putInt(overflow);
        bytes.putInt(events).putInt(events).putInt(events);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    private static void write(Path path, String sources, byte[]... packets) throws IOException {
        String header = "#!AER-DAT3.1\r\n#Format: RAW\r\n" + sources + "#!END-HEADER\r\n";
        Files.write(path, header.getBytes(StandardCharsets.US_ASCII));
        for (byte[] packet : packets) {
            Files.write(path, packet, java.nio.file.StandardOpenOption.APPEND);
        }
    }
}
