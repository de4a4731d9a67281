package org.spike4j.datasets.format.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;

class NumpyTableTest {
    private static final EventStream TWO =
            EventStream.builder(128, 128).add(70, 3, 4, 1).add(90, 5, 6, 0).build();

    @TempDir
    Path folder;

    @Test
    void structuredArrayIsReadByTheNamesOfItsFields() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        data.putShort((short) 3).putShort((short) 4).put((byte) 1).putLong(70);
        data.putShort((short) 5).putShort((short) 6).put((byte) 0).putLong(90);
        byte[] array = array("[('x', '<i2'), ('y', '<u2'), ('polarity', '?'), ('Timestamp', '<i8')]", "(2,)", data);

        EventAssertions.assertSame(read("a.npy", array, ReadOptions.defaults()), TWO);
    }

    @Test
    void rowsOfFloatingPointNumbersAreSecondsColumnRowPolarity() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(32).order(ByteOrder.BIG_ENDIAN);
        data.putFloat(70e-6f).putFloat(2.6f).putFloat(4.4f).putFloat(1);
        data.putFloat(90e-6f).putFloat(5).putFloat(6).putFloat(-1);
        byte[] array = array("'>f4'", "(2, 4)", data);

        EventAssertions.assertSame(read("a.npy", array, ReadOptions.defaults()), TWO);
    }

    @Test
    void unitOfTheOptionsScalesTheTimes() throws IOException {
        ByteBuffer data = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(70_400)
                .putInt(3)
                .putInt(4)
                .putInt(1)
                .putInt(89_500)
                .putInt(5)
                .putInt(6)
                .putInt(0);
        ReadOptions nanos = ReadOptions.defaults().withTimeUnit(TimeUnit.NANOSECONDS);

        EventAssertions.assertSame(read("a.npy", array("'<i4'", "(2, 4)", data), nanos), TWO);
    }

    @Test
    void npzOfOneArrayForEachColumnMayBeUnevenInTypes() throws IOException {
        byte[] zip = zip(
                "ts", array("'<f8'", "(2,)", bytes(16).putDouble(70e-6).putDouble(90e-6)),
                "x", array("'|u1'", "(2,)", bytes(2).put((byte) 3).put((byte) 5)),
                "y", array("'<i4'", "(2,)", bytes(8).putInt(4).putInt(6)),
                "p", array("'|b1'", "(2,)", bytes(2).put((byte) 1).put((byte) 0)));

        EventAssertions.assertSame(read("a.npz", zip, ReadOptions.defaults()), TWO);
    }

    @Test
    void npzOfSeveralRecordingsIsChosenFromByNumber() throws IOException {
        byte[] one =
                array("'<i4'", "(1, 4)", bytes(16).putInt(1).putInt(2).putInt(3).putInt(1));
        byte[] two = array(
                "'<i4'",
                "(2, 4)",
                bytes(32)
                        .putInt(70)
                        .putInt(3)
                        .putInt(4)
                        .putInt(1)
                        .putInt(90)
                        .putInt(5)
                        .putInt(6)
                        .putInt(0));
        byte[] zip = zip("arr_0", one, "arr_1", two);

        assertThat(read("a.npz", zip, ReadOptions.defaults()).size()).isEqualTo(1);
        EventAssertions.assertSame(read("a.npz", zip, ReadOptions.defaults().withStream(1)), TWO);
        assertThatThrownBy(() -> read("a.npz", zip, ReadOptions.defaults().withStream(2)))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("arr_0.npy, arr_1.npy");
    }

    @Test
    void pickledObjectsAreRefused() {
        assertThatThrownBy(() -> read("a.npy", array("'|O'", "(2,)", bytes(4)), ReadOptions.defaults()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("pickled Python objects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(5,)", "(2, 3)", "(1, 1, 4)", "(999999999999, 4)"})
    void shapesThatHoldNoEventsAreRefused(String shape) {
        assertThatThrownBy(() -> read("a.npy", array("'<i4'", shape, bytes(32)), ReadOptions.defaults()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("a.npy");
    }

    @Test
    void writtenFileKeepsItsSensor() throws IOException {
        Path path = folder.resolve("out.npz");
        EventStream events = EventStream.builder(321, 123).add(-7, 320, 122, 1).build();
        NpzWriter.write(path, events);

        EventAssertions.assertSame(EventFile.read(path), events);
    }

    private EventStream read(String name, byte[] bytes, ReadOptions options) throws IOException {
        return EventFile.read(Files.write(folder.resolve(name), bytes), options);
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] array(String type, String shape, ByteBuffer data) {
        String text = "{'descr': " + type + ", 'fortran_order': False, 'shape': " + shape + ", }\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0093NUMPY\1\0".getBytes(StandardCharsets.ISO_8859_1));
        out.write(text.length());
        out.write(0);
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(data.array());
        return out.toByteArray();
    }

    private static byte[] zip(Object... namesAndArrays) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndArrays.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndArrays[i] + ".npy"));
                zip.write((byte[]) namesAndArrays[i + 1]);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
