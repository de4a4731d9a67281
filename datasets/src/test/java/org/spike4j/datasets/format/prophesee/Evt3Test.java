package org.spike4j.datasets.format.prophesee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;

class Evt3Test {
    private static final String HEADER = "% evt 3.0\n% format EVT3;height=90;width=100\n";

    @TempDir
    Path folder;

    @Test
    void vectorsAddAnEventForEachBitAndMoveTheBase() throws IOException {
        EventStream events =
                read(0x8001, 0x6002, 0x0007, 0x3800 | 40, 0x4000 | 0b1000_0000_0001, 0x5000 | 0b1000_0010, 0x2000 | 3);

        EventStream expected = EventStream.builder(100, 90)
                .add(4098, 40, 7, 1)
                .add(4098, 51, 7, 1)
                .add(4098, 53, 7, 1)
                .add(4098, 59, 7, 1)
                .add(4098, 3, 7, 0)
                .build();
        EventAssertions.assertSame(events, expected);
    }

    @Test
    void triggersContinuedAndOtherWordsAreLeftOut() throws IOException {
        EventStream events = read(0x8001, 0x6002, 0xA001, 0xE123, 0xF456, 0x7001, 0x1001, 0x2805);

        EventAssertions.assertSame(
                events, EventStream.builder(100, 90).add(4098, 5, 0, 1).build());
    }

    @Test
    void eventsBeforeTheFirstUpperPartOfTheTimeAreLeftOut() throws IOException {
        EventStream events = read(0x0001, 0x2805, 0x6005, 0x2806, 0x4001, 0x8000, 0x2807);

        EventAssertions.assertSame(
                events, EventStream.builder(100, 90).add(5, 7, 1, 1).build());
    }

    @Test
    void timeWrapsWhereItsUpperHalfFallsBackAndNotWhereItsLowerHalfDoes() throws IOException {
        EventStream events = read(
                0x8fff, 0x6000 | 811, 0x2000, 0x6000 | 800, 0x2000, 0x8ffe, 0x2000, 0x8000, 0x2000, 0x8fff, 0x2000);
        EventStreamBuilder expected = EventStream.builder(100, 90);
        for (long high : new long[] {0xfff, 0xfff, 0xffe, 0x1000, 0xfff}) {
            expected.add(high << 12 | (expected.size() == 0 ? 811 : 800), 0, 0, 0);
        }

        EventAssertions.assertSame(events, expected.build());
    }

    @Test
    void eventOutsideTheSensorIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read(0x8000, 0x0000, 0x3000 | 95, 0x4001, 0x4001))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("(107, 0)")
                .hasMessageContaining("at byte " + (HEADER.length() + 8));
    }

    @Test
    void writerSendsOnlyWhatChanges() throws IOException {
        Path path = folder.resolve("out.raw");
        EventStream events = EventStream.builder(100, 90)
                .add(4098, 5, 7, 1)
                .add(4098, 6, 7, 0)
                .add(4099, 6, 8, 0)
                .build();
        Evt3Writer.write(path, events);
        byte[] bytes = Files.readAllBytes(path);
        String header = "% evt 3.0\n% format EVT3;height=90;width=100\n% geometry 100x90\n% end\n";

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith(header);
        assertThat(ByteBuffer.wrap(bytes, header.length(), bytes.length - header.length())
                        .slice())
                .isEqualTo(words(0x8001, 0x6002, 0x0007, 0x2805, 0x2006, 0x6003, 0x0008, 0x2006));
    }

    private EventStream read(int... words) throws IOException {
        Path path = Files.write(folder.resolve("sample.raw"), HEADER.getBytes(StandardCharsets.US_ASCII));
        Files.write(path, words(words).array(), java.nio.file.StandardOpenOption.APPEND);
        return EventFile.read(path);
    }

    private static ByteBuffer words(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes.flip().order(ByteOrder.BIG_ENDIAN);
    }
}
