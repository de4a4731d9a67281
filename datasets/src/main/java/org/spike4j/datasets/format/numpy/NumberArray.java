package org.spike4j.datasets.format.numpy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.table.NumberType;

/**
 * An npy file of plain numbers, of any shape, held in memory.
 *
 * @param shape length of each dimension, the last one changing fastest
 * @param type of the numbers in the file
 * @param values the numbers; taken over
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record NumberArray(List<Integer> shape, NumberType type, float[] values) {

    /** Copies the shape. */
    public NumberArray {
        shape = List.copyOf(shape);
    }

    /**
     * Reads a file.
     *
     * @param file an npy file in C order
     * @param most numbers that it may hold
     * @return its numbers
     * @throws EventFileException if it is no such file
     * @throws IOException if it cannot be read
     */
    public static NumberArray read(Path file, int most) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(file, in, most);
        } catch (ContentException e) {
            EventFileException failure = broken(file, "an npy array of numbers", e.getMessage());
            failure.initCause(e);
            throw failure;
        }
    }

    private static NumberArray read(Path file, InputStream in, int most) throws IOException, ContentException {
        String text = NpyArray.headerText(file.getFileName().toString(), in);
        Field field = NpyHeader.plain(text, 1).get(0);
        List<Long> sizes = NpyHeader.sizes(text);
        if (NpyHeader.isFortran(text)) {
            throw broken(file, "an array in C order", "one in Fortran order");
        }
        long count = 1;
        for (long size : sizes) {
            if (size > most || count * size > most) {
                throw broken(file, "at most " + most + " numbers", "shape " + sizes);
            }
            count *= size;
        }
        int bytes = (int) count * field.type().bytes();
        ByteBuffer buffer = ByteBuffer.wrap(in.readNBytes(bytes)).order(field.order());
        if (buffer.limit() < bytes) {
            throw broken(file, bytes + " bytes of numbers", buffer.limit() + " bytes");
        }
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) field.type().decimal(buffer, i * field.type().bytes());
        }
        return new NumberArray(sizes.stream().map(Math::toIntExact).toList(), field.type(), values);
    }

    /**
     * Writes unsigned bytes; a file that exists is replaced, as a whole or not at all.
     *
     * @param file the file, to be named *.npy
     * @param shape length of each dimension
     * @param values the numbers; not modified
     * @throws IOException if writing fails
     */
    public static void writeBytes(Path file, List<Integer> shape, byte[] values) throws IOException {
        int count = shape.stream().reduce(1, Math::multiplyExact);
        if (count != values.length) {
            throw new IllegalArgumentException("shape " + shape + " wants " + count + " values, were " + values.length);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String sizes = shape.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ",)"));
        bytes.write(NpzWriter.header("|u1", sizes));
        bytes.write(values);
        AtomicFile.write(file, bytes.toByteArray());
    }

    private static EventFileException broken(Path file, String wanted, String found) {
        return new EventFileException(file, 0, wanted, found, "save it again with numpy.save");
    }
}
