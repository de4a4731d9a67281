package org.spike4j.datasets.format.numpy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/**
 * Writes compressed arrays t (8 bytes, microseconds), x and y (2 bytes), p (1 byte), and the numbers width and height.
 * The same events give the same bytes: the members have the date 1980-01-01.
 */
public final class NpzWriter {
    private static final long MAX_TIME = 1L << 60;
    /** Time, column, row and polarity of an event in the temporary file. */
    private static final int ROW_BYTES = 13;

    private static final int ALIGNMENT = 64;
    private static final int PREFIX_BYTES = 10;

    private NpzWriter() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.npz
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return a sink without events; the caller closes it
     * @throws IOException if writing fails
     */
    public static EventSink open(Path path, int width, int height) throws IOException {
        return EventSink.open(
                path, width, height, channel -> new Encoder(channel, AtomicFile.sibling(path, "spool"), width, height));
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
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    /** The arrays are one after the other in the file, so the events wait in a second file until all are known. */
    private static final class Encoder implements PacketEncoder {
        private final FileChannel channel;
        private final FileChannel spool;
        private final ByteBuffer rows =
                ByteBuffer.allocate(EventSink.PACKET_EVENTS * ROW_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        private final int width;
        private final int height;
        private long events;

        Encoder(FileChannel channel, Path spool, int width, int height) throws IOException {
            this.channel = channel;
            this.spool = FileChannel.open(
                    spool,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            this.width = width;
            this.height = height;
        }

        @Override
        public void append(EventStream packet) throws IOException {
            rows.clear();
            for (int i = 0; i < packet.size(); i++) {
                long time = packet.t(i);
                if (time < -MAX_TIME || time > MAX_TIME) {
                    throw new IllegalArgumentException("npz holds times of -2^60 to 2^60 microseconds, event "
                            + (events + i) + " has " + time + "; shift the times to start at 0");
                }
                rows.putLong(time).putShort((short) packet.x(i)).putShort((short) packet.y(i));
                rows.put((byte) packet.polarity(i));
            }
            rows.flip();
            while (rows.hasRemaining()) {
                spool.write(rows);
            }
            events += packet.size();
        }

        @Override
        public void finish() throws IOException {
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            zip.setLevel(Deflater.BEST_SPEED);
            column(zip, "t", "<i8", 0, Long.BYTES);
            column(zip, "x", "<i2", 8, Short.BYTES);
            column(zip, "y", "<i2", 10, Short.BYTES);
            column(zip, "p", "|u1", 12, Byte.BYTES);
            number(zip, "width", width);
            number(zip, "height", height);
            zip.finish();
        }

        @Override
        public void close() throws IOException {
            spool.close();
        }

        private void column(ZipOutputStream zip, String name, String type, int offset, int bytes) throws IOException {
            startMember(zip, name, type, "(" + events + ",)");
            byte[] column = new byte[EventSink.PACKET_EVENTS * bytes];
            spool.position(0);
            for (long left = events; left > 0; left -= EventSink.PACKET_EVENTS) {
                int count = (int) Math.min(left, EventSink.PACKET_EVENTS);
                read(count * ROW_BYTES);
                for (int i = 0; i < count; i++) {
                    rows.get(i * ROW_BYTES + offset, column, i * bytes, bytes);
                }
                zip.write(column, 0, count * bytes);
            }
            zip.closeEntry();
        }

        private void read(int bytes) throws IOException {
            rows.clear().limit(bytes);
            while (rows.hasRemaining()) {
                if (spool.read(rows) < 0) {
                    throw new EOFException("the temporary file of the events became shorter while it was read");
                }
            }
        }
    }

    private static void number(ZipOutputStream zip, String name, int value) throws IOException {
        startMember(zip, name, "<i8", "()");
        zip.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
        zip.closeEntry();
    }

    private static void startMember(ZipOutputStream zip, String name, String type, String shape) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(header(type, shape));
    }

    /** The bytes before the first number. */
    static byte[] header(String type, String shape) {
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
