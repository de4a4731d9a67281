package org.spike4j.datasets.format.numpy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.AtomicFile;

/**
 * Writes compressed arrays t (8 bytes, microseconds), x and y (2 bytes), p (1 byte), and the numbers width and height.
 * The same events give the same bytes: the members have the date 1980-01-01.
 */
public final class NpzWriter {
    private static final long MAX_TIME = 1L << 60;
    private static final int BUFFER_EVENTS = 8192;
    private static final int ALIGNMENT = 64;
    private static final int PREFIX_BYTES = 10;

    private NpzWriter() {}

    /** One number of an event. */
    @FunctionalInterface
    private interface Value {
        long of(int event);
    }

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.npz
     * @param events what to write, in this order, times -2^60 to 2^60 microseconds; not modified
     * @throws IllegalArgumentException if a time is out of range
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        for (int i = 0; i < events.size(); i++) {
            if (events.t(i) < -MAX_TIME || events.t(i) > MAX_TIME) {
                throw new IllegalArgumentException("npz holds times of -2^60 to 2^60 microseconds, event " + i + " has "
                        + events.t(i) + "; shift the times to start at 0");
            }
        }
        AtomicFile.write(path, channel -> writeTo(channel, events));
    }

    private static void writeTo(FileChannel channel, EventStream events) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
        zip.setLevel(Deflater.BEST_SPEED);
        String shape = "(" + events.size() + ",)";
        member(zip, "t", "<i8", shape, events.size(), events::t);
        member(zip, "x", "<i2", shape, events.size(), events::x);
        member(zip, "y", "<i2", shape, events.size(), events::y);
        member(zip, "p", "|u1", shape, events.size(), events::polarity);
        member(zip, "width", "<i8", "()", 1, i -> events.width());
        member(zip, "height", "<i8", "()", 1, i -> events.height());
        zip.finish();
    }

    private static void member(ZipOutputStream zip, String name, String type, String shape, int size, Value value)
            throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(header(type, shape));
        write(zip, type.charAt(2) - '0', size, value);
        zip.closeEntry();
    }

    private static void write(OutputStream out, int bytes, int size, Value value) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_EVENTS * bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            switch (bytes) {
                case 1 -> buffer.put((byte) value.of(i));
                case 2 -> buffer.putShort((short) value.of(i));
                default -> buffer.putLong(value.of(i));
            }
            if (!buffer.hasRemaining() || i == size - 1) {
                out.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        }
    }

    private static byte[] header(String type, String shape) {
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int length = (PREFIX_BYTES + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT - PREFIX_BYTES;
        String padded = text + " ".repeat(length - 1 - text.length()) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(PREFIX_BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(NpyHeader.MAGIC.getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) length).put(padded.getBytes(StandardCharsets.US_ASCII));
        return bytes.array();
    }
}
