package org.spike4j.datasets.format.aedat4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.flatbuffers.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.PacketSpan;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.RecordingFacts;
import org.spike4j.datasets.format.TimeIndex;

class FileTableTest {
    private static final int PACKET = 8192;
    private static final EventStream EVENTS = RandomEvents.ordered(4, 40 * PACKET + 5, 34, 34, 1000, 7);
    private static final int TABLE_POSITION_AT = 14 + 32;

    @TempDir
    Path folder;

    @Test
    void writtenTableIsWhatTheFlatBuffersOfOthersRead() throws IOException {
        byte[] file = uncompressed(EVENTS);
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int position = (int) bytes.getLong(TABLE_POSITION_AT);
        ByteBuffer table = bytes.slice(position + 4, bytes.getInt(position)).order(ByteOrder.LITTLE_ENDIAN);
        Row root = new Row(table, table.getInt(0));

        assertThat(position + 4 + table.limit()).isEqualTo(file.length);
        assertThat(root.rows()).isEqualTo(41);
        int start = 14 + 4 + bytes.getInt(14);
        for (int i = 0; i < 41; i++) {
            Row row = root.row(i);
            int events = Math.min(PACKET, EVENTS.size() - i * PACKET);
            assertThat(row.longAt(0)).isEqualTo(start + 8);
            assertThat(row.intAt(1, 0)).as("stream").isZero();
            assertThat(row.intAt(1, 1)).isEqualTo(bytes.getInt(start + 4));
            assertThat(row.longAt(2)).isEqualTo(events);
            assertThat(row.longAt(3)).isEqualTo(EVENTS.t(i * PACKET));
            assertThat(row.longAt(4)).isEqualTo(EVENTS.t(i * PACKET + events - 1));
            start += 8 + bytes.getInt(start + 4);
        }
        assertThat(start).isEqualTo(position);
    }

    @Test
    void spansEqualThePacketsThatAreRead() throws IOException {
        Path path = folder.resolve("packed.aedat4");
        Aedat4Writer.write(path, EVENTS);

        assertThat(spans(path)).isPresent();
        assertSpans(path, spans(path).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aestream/davis.aedat4",
                "dv_processing_tests/tests/io/test_files/sample_data.aedat4",
                "dv_processing_tests/tests/io/test_files/test-minimal.aedat4",
                "dv_processing_tests/tests/io/test_files/empty_stereo.aedat4",
                "dv_processing_tests/tests/data/test_files/test-frame.aedat4",
                "dv_processing_tests/python/tests/data/sample_data.aedat4"
            })
    void spansOfRealFilesEqualThePacketsThatAreRead(String name) throws IOException {
        Path path = SharedData.require(name);

        assertThat(spans(path)).isPresent();
        assertSpans(path, spans(path).orElseThrow());
    }

    @Test
    void indexOfAFileWithATableDecodesAFewPacketsOnly() throws IOException {
        byte[] file = uncompressed(EVENTS);
        int second =
                14 + 4 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(14) + 8 + 32 + 16 * PACKET;
        Arrays.fill(file, second + 8, second + 40, (byte) 0xff);
        Path path = Files.write(folder.resolve("hole.aedat4"), file);

        TimeIndex index = TimeIndex.of(path, ReadOptions.defaults());

        assertThat(index.events()).isEqualTo(EVENTS.size());
        assertThatThrownBy(() -> EventFile.read(path)).isInstanceOf(EventFileException.class);
        try (EventReader reader = index.open(EVENTS.t(30 * PACKET), EVENTS.t(30 * PACKET + 1))) {
            assertThat(reader.next()).isPresent();
        }
    }

    @Test
    void indexOfATableEqualsThatOfAPass() throws IOException {
        byte[] file = uncompressed(EVENTS);
        TimeIndex table = TimeIndex.of(Files.write(folder.resolve("table.aedat4"), file), ReadOptions.defaults());
        Path without = Files.write(folder.resolve("none.aedat4"), withoutTable(file));
        TimeIndex pass = TimeIndex.of(without, ReadOptions.defaults());

        assertThat(spans(without)).isEmpty();
        assertThat(table.events()).isEqualTo(pass.events());
        assertThat(table.earliestMicros()).isEqualTo(pass.earliestMicros());
        assertThat(table.latestMicros()).isEqualTo(pass.latestMicros());
        assertThat(table.isOrdered()).isTrue().isEqualTo(pass.isOrdered());
        for (int i = 0; i < EVENTS.size(); i += 9973) {
            EventAssertions.assertSame(
                    read(table, EVENTS.t(i), EVENTS.t(i) + 50_000), read(pass, EVENTS.t(i), EVENTS.t(i) + 50_000));
        }
    }

    @Test
    void tablesThatAreWrongAreNotUsed() throws IOException {
        byte[] file = uncompressed(EVENTS.slice(0, 10 * PACKET));
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int position = (int) bytes.getLong(TABLE_POSITION_AT);
        int unused = 0;
        for (int at = position; at + 8 <= file.length; at += 4) {
            int old = bytes.getInt(at);
            bytes.putInt(at, old + 1);
            Path path = Files.write(folder.resolve("wrong.aedat4"), file);
            unused += spans(path).isEmpty() ? 1 : 0;
            TimeIndex index = TimeIndex.of(path, ReadOptions.defaults());
            assertThat(index.events())
                    .as("with the word at %d changed", at - position)
                    .isEqualTo(10 * PACKET);
            assertThat(index.latestMicros()).isEqualTo(EVENTS.t(10 * PACKET - 1));
            bytes.putInt(at, old);
        }

        assertThat(unused).as("words that matter").isGreaterThanOrEqualTo(10 * 11);
    }

    @Test
    void timesThatGoBackGetNoTable() throws IOException {
        Path path = folder.resolve("back.aedat4");
        EventStream back = EventStream.concat(List.of(EVENTS.slice(0, 9000), EVENTS.slice(8990, 9100)));
        Aedat4Writer.write(path, back);

        assertThat(ByteBuffer.wrap(Files.readAllBytes(path))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getLong(TABLE_POSITION_AT))
                .isEqualTo(-1);
        assertThat(spans(path)).isEmpty();
        assertThat(TimeIndex.of(path, ReadOptions.defaults()).isOrdered()).isFalse();
        EventAssertions.assertSame(EventFile.read(path), back);
    }

    @Test
    void recordingWithoutEventsHasAnEmptyTable() throws IOException {
        Path path = folder.resolve("none.aedat4");
        Aedat4Writer.write(path, EventStream.builder(3, 3).build());

        assertThat(spans(path)).contains(List.of());
        assertThat(TimeIndex.of(path, ReadOptions.defaults()).events()).isZero();
        assertThat(EventFile.read(path).size()).isZero();
    }

    /** Each span, read at its place, is the packet that a reading from the start gives. */
    private static void assertSpans(Path path, List<PacketSpan> spans) throws IOException {
        try (EventReader linear = EventFile.open(path, ReadOptions.defaults());
                EventReader jumping = EventFile.open(path, ReadOptions.defaults())) {
            for (PacketSpan span : spans) {
                assertThat(span.place().offset())
                        .isEqualTo(linear.bookmark().orElseThrow().offset());
                EventStream packet = linear.next().orElseThrow();
                jumping.goTo(span.place());
                EventAssertions.assertSame(jumping.next().orElseThrow(), packet);
                assertThat(span.events()).isEqualTo(packet.size());
                assertThat(span.firstMicros()).isEqualTo(packet.t(0));
                assertThat(span.lastMicros()).isEqualTo(packet.t(packet.size() - 1));
            }
            assertThat(RecordingFacts.of(linear).events())
                    .as("packets without a span")
                    .isZero();
        }
    }

    private static Optional<List<PacketSpan>> spans(Path path) throws IOException {
        try (EventReader reader = EventFile.open(path, ReadOptions.defaults())) {
            return reader.packets();
        }
    }

    private static EventStream read(TimeIndex index, long start, long end) throws IOException {
        List<EventStream> found = new ArrayList<>();
        try (EventReader reader = index.open(start, end)) {
            for (Optional<EventStream> next = reader.next(); next.isPresent(); next = reader.next()) {
                found.add(next.get());
            }
        }
        return EventStream.concat(found);
    }

    private byte[] uncompressed(EventStream events) throws IOException {
        Path path = folder.resolve("plain.aedat4");
        Aedat4Writer.writeUncompressed(path, events);
        return Files.readAllBytes(path);
    }

    private static byte[] withoutTable(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int position = (int) bytes.getLong(TABLE_POSITION_AT);
        bytes.putLong(TABLE_POSITION_AT, -1);
        return Arrays.copyOf(bytes.array(), position);
    }

    /** A table as the library of FlatBuffers reads it. */
    private static final class Row extends Table {
        Row(ByteBuffer bytes, int place) {
            __reset(place, bytes);
        }

        int rows() {
            return __vector_len(__offset(4));
        }

        Row row(int index) {
            return new Row(bb, __indirect(__vector(__offset(4)) + 4 * index));
        }

        long longAt(int field) {
            return bb.getLong(bb_pos + __offset(4 + 2 * field));
        }

        int intAt(int field, int number) {
            return bb.getInt(bb_pos + __offset(4 + 2 * field) + 4 * number);
        }
    }
}
