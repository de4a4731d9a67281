package org.spike4j.datasets.format.prophesee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

class Evt2Test {
    private static final int TIME_HIGH = 0x80000000;

    @TempDir
    Path folder;

    @Test
    void evt2BitsLieAsTheFormatSaysAndOtherWordsAreLeftOut() throws IOException {
        EventStream events = read(
                "% evt 2.0\n% geometry 640x480\n",
                event(1, 1, 1, 1),
                TIME_HIGH | 3,
                event(1, 63, 639, 479),
                0xA0000001,
                0xE0000001,
                0xF0000001,
                event(0, 2, 5, 6));

        EventStream expected = EventStream.builder(640, 480)
                .add(3 * 64 + 63, 639, 479, 1)
                .add(3 * 64 + 2, 5, 6, 0)
                .build();
        EventAssertions.assertSame(events, expected);
    }

    @Test
    void evt2TimeGoesOnWhenItsUpperPartWraps() throws IOException {
        EventStream events = read(
                "% evt 2.0\n",
                TIME_HIGH | 0xfffffff,
                event(0, 1, 0, 0),
                TIME_HIGH,
                event(0, 1, 0, 0),
                TIME_HIGH | 0xffffffe,
                event(0, 1, 0, 0));

        assertThat(new long[] {events.t(0), events.t(1), events.t(2)})
                .containsExactly((1L << 34) - 63, (1L << 34) + 1, (1L << 34) - 127);
    }

    @ParameterizedTest
    @CsvSource({"'', false", "';endianness=legacy', true", "';endianness=little', false"})
    void evt21WordsAddAnEventForEachBit(String endianness, boolean upperFirst) throws IOException {
        int[] heads = {TIME_HIGH | 2, event(1, 5, 32, 9), event(0, 6, 64, 9)};
        int[] valid = {0, 0x80000001, 0b110};
        int[] words = new int[6];
        for (int i = 0; i < 3; i++) {
            words[2 * i] = upperFirst ? heads[i] : valid[i];
            words[2 * i + 1] = upperFirst ? valid[i] : heads[i];
        }
        EventStream events = read("% format EVT21;height=720;width=1280" + endianness + "\n% end\n", words);

        EventStream expected = EventStream.builder(1280, 720)
                .add(133, 32, 9, 1)
                .add(133, 63, 9, 1)
                .add(134, 65, 9, 0)
                .add(134, 66, 9, 0)
                .build();
        EventAssertions.assertSame(events, expected);
    }

    @ParameterizedTest
    @CsvSource({"% plugin_name hal_plugin_gen3_fx3, 640, 480", "% plugin_name hal_plugin_gen41_evk3, 1280, 720"})
    void cameraGivesTheSensorWhereTheFileDoesNotStateIt(String line, int width, int height) throws IOException {
        EventStream events = read(line + "\n% evt 2.0\n", TIME_HIGH);

        assertThat(events.width()).isEqualTo(width);
        assertThat(events.height()).isEqualTo(height);
    }

    @Test
    void unknownEncodingIsNamed() {
        assertThatThrownBy(() -> read("% format EVT4;width=320;height=320\n", 0))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("EVT4");
        assertThatThrownBy(() -> read("% Date 2020\n", 0))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("found none");
    }

    @Test
    void datBitsLieAsTheFormatSays() throws IOException {
        Path path = folder.resolve("sample.dat");
        EventStream events = EventStream.builder(640, 480)
                .add(0xfffffff0L, 1, 2, 1)
                .add(0x100000005L, 639, 479, 0)
                .build();
        DatWriter.write(path, events);
        String header = "% Data file containing CD events.\n% Version 2\n% Date 1970-01-01 00:00:00\n"
                + "% Height 480\n% Width 640\n";
        ByteBuffer expected = ByteBuffer.allocate(header.length() + 18).order(ByteOrder.LITTLE_ENDIAN);
        expected.put(header.getBytes(StandardCharsets.US_ASCII)).put((byte) 12).put((byte) 8);
        expected.putInt(-16).putInt(1 << 28 | 2 << 14 | 1).putInt(5).putInt(479 << 14 | 639);

        assertThat(path).hasBinaryContent(expected.array());
        EventAssertions.assertSame(EventFile.read(path), events);
    }

    @Test
    void datWithoutSensorGetsTheSmallestCameraThatHoldsItsEvents() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("% Data file containing Event2D events.\n% Version 2\n".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {0, 8, 7, 0, 0, 0, 0x30, 1, 0, 0x10});
        EventStream events = EventFile.read(Files.write(folder.resolve("old.dat"), bytes.toByteArray()));

        EventAssertions.assertSame(
                events, EventStream.builder(640, 480).add(7, 304, 0, 1).build());
    }

    private static int event(int type, int timeLow, int x, int y) {
        return type << 28 | timeLow << 22 | x << 11 | y;
    }

    private EventStream read(String header, int... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        ByteBuffer data = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            data.putInt(word);
        }
        bytes.writeBytes(data.array());
        return EventFile.read(Files.write(folder.resolve("sample.raw"), bytes.toByteArray()));
    }
}
