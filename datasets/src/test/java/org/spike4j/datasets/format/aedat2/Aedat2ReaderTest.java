package org.spike4j.datasets.format.aedat2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.Bookmark;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.ReadOptions;

class Aedat2ReaderTest {
    private static final String V2 = "#!AER-DAT2.0\r\n";

    @TempDir
    Path folder;

    @Test
    void dvs128BitsLieAsTheFormatSaysAndExternalEventsAreLeftOut() throws IOException {
        Path path = write(V2 + "# AEChip: ch.unizh.ini.jaer.chip.retina.DVS128\r\n", 4, new long[][] {
            {5 << 1 | 9 << 8, 100}, {127 << 1 | 127 << 8 | 1, 101}, {1 << 15, 102}, {1, 103}
        });

        EventStream expected = EventStream.builder(128, 128)
                .add(100, 5, 9, 1)
                .add(101, 127, 127, 0)
                .add(103, 0, 0, 0)
                .build();
        EventAssertions.assertSame(EventFile.read(path), expected);
    }

    @Test
    void uprightEventsLieAsJaerDrawsThem() throws IOException {
        Path path = write(V2 + "# AEChip: DVS128\r\n", 4, new long[][] {{5 << 1 | 9 << 8, 100}, {1, 101}});

        EventStream expected = EventStream.builder(128, 128)
                .add(100, 122, 118, 1)
                .add(101, 127, 127, 0)
                .build();
        EventAssertions.assertSame(EventFile.read(path, ReadOptions.defaults().withUpright(true)), expected);
    }

    @Test
    void anIndexTurnsTheEventsOfItsRecordingOnce() throws IOException {
        Path path = write(V2 + "# AEChip: DVS128\r\n", 4, new long[][] {{5 << 1 | 9 << 8, 100}, {1, 101}});
        Path index = Files.writeString(
                folder.resolve("both.aeidx"), path.getFileName().toString());
        ReadOptions turned = ReadOptions.defaults().withUpright(true).withStoredPolarity(true);

        EventAssertions.assertSame(EventFile.read(index, turned), EventFile.read(path, turned));
    }

    @Test
    void turnedRecordingsStillHavePlacesToComeBackTo() throws IOException {
        Path path = write(V2 + "# AEChip: DVS128\r\n", 4, new long[][] {{5 << 1 | 9 << 8, 100}, {1, 101}});
        try (EventReader reader = EventFile.open(path, ReadOptions.defaults().withUpright(true))) {
            Bookmark start = reader.bookmark().orElseThrow();
            EventStream events = reader.next().orElseThrow();
            reader.goTo(start);
            EventAssertions.assertSame(reader.next().orElseThrow(), events);
        }
    }

    @Test
    void storedPolarityOfADvs128IsOneForDarkerAndThatOfADavisIsNot() throws IOException {
        ReadOptions stored = ReadOptions.defaults().withStoredPolarity(true);
        Path dvs = write(V2 + "# AEChip: DVS128\r\n", 4, new long[][] {{0, 1}, {1, 2}});

        EventAssertions.assertSame(
                EventFile.read(dvs, stored),
                EventStream.builder(128, 128).add(1, 0, 0, 0).add(2, 0, 0, 1).build());
        try (EventReader reader = EventFile.open(dvs, stored)) {
            assertThat(reader.darkerIsOne()).isTrue();
        }
        Path davis = write(V2 + "# AEChip: Davis346B\r\n", 4, new long[][] {{1 << 11, 1}});
        assertThat(EventFile.read(davis, stored).polarity(0)).isEqualTo(1);
        try (EventReader reader = EventFile.open(davis, stored)) {
            assertThat(reader.darkerIsOne()).isFalse();
        }
    }

    @Test
    void davisSamplesOfFramesAreLeftOut() throws IOException {
        Path path = write(V2 + "# AEChip: eu.seebetter.ini.chips.davis.Davis346B\r\n", 4, new long[][] {
            {345L << 12 | 259L << 22 | 1 << 11, 7}, {0x80000000L | 5 << 12, 8}, {1 << 10, 9}, {3 << 12 | 4 << 22, 10}
        });

        EventStream expected = EventStream.builder(346, 260)
                .add(7, 345, 259, 1)
                .add(10, 3, 4, 0)
                .build();
        EventAssertions.assertSame(EventFile.read(path), expected);
    }

    @Test
    void timesAreUnsignedAndGoOnWhenTheyWrap() throws IOException {
        Path path =
                write(V2, 4, new long[][] {{0, 3_000_000_000L}, {0, 0xffffffffL}, {0, 0}, {0, 0xfffffff0L}, {0, 9}});
        EventStream events = EventFile.read(path);

        long wrap = 1L << 32;
        assertThat(new long[] {events.t(0), events.t(1), events.t(2), events.t(3), events.t(4)})
                .containsExactly(3_000_000_000L, wrap - 1, wrap, wrap - 16, wrap + 9);
    }

    @ParameterizedTest
    @CsvSource({"14, 128, 128", "4194304, 240, 180", "1064960, 346, 260", "2592768, 640, 480"})
    void cameraIsTakenFromTheAddressesWhereTheHeaderNamesNone(long address, int width, int height) throws IOException {
        EventStream events = EventFile.read(write(V2, 4, new long[][] {{0, 1}, {address, 2}}));

        assertThat(events.width()).isEqualTo(width);
        assertThat(events.height()).isEqualTo(height);
    }

    @Test
    void dataThatStartWithTheMarkOfALineAreNoLine() throws IOException {
        long address = 0x23000000L | 10 << 12;
        EventStream events = EventFile.read(write(V2 + "# a line\r\n", 4, new long[][] {{address, 1}, {address, 2}}));

        assertThat(events.size()).isEqualTo(2);
        assertThat(events.y(0)).isEqualTo(0x23 << 2);
    }

    @Test
    void version1HasAddressesOf16Bits() throws IOException {
        Path path = write("#!AER-DAT1.0\r\n", 2, new long[][] {{5 << 1 | 9 << 8 | 1, 100}, {2 << 1, 200}});
        try (EventReader reader = EventFile.open(path, ReadOptions.defaults())) {
            EventStream events = reader.next().orElseThrow();
            EventStream expected = EventStream.builder(128, 128)
                    .add(100, 5, 9, 0)
                    .add(200, 2, 0, 1)
                    .build();
            assertThat(reader.formatName()).isEqualTo("AEDAT 1.0");
            EventAssertions.assertSame(events, expected);
        }
    }

    @Test
    void tickOfTheHeaderScalesTheTimes() throws IOException {
        EventStream events = EventFile.read(write(
                V2 + "# Timestamps tick is 10 us\r\n", 4, new long[][] {{0, 7}, {2, 0xffffffffL}}));

        assertThat(events.t(0)).isEqualTo(70);
    }

    @Test
    void cutOffFileNamesThePlace() throws IOException {
        byte[] bytes = Files.readAllBytes(write(V2, 4, new long[][] {{0, 1}, {2, 2}}));
        Path path = Files.write(folder.resolve("cut.aedat"), Arrays.copyOf(bytes, bytes.length - 3));

        assertThatThrownBy(() -> EventFile.read(path))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("a whole event of 8 bytes at byte " + (V2.length() + 8));
    }

    private Path write(String header, int addressBytes, long[][] words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        for (long[] word : words) {
            ByteBuffer one = ByteBuffer.allocate(addressBytes + 4);
            if (addressBytes == 4) {
                one.putInt((int) word[0]);
            } else {
                one.putShort((short) word[0]);
            }
            bytes.writeBytes(one.putInt((int) word[1]).array());
        }
        return Files.write(folder.resolve("sample.aedat"), bytes.toByteArray());
    }
}
