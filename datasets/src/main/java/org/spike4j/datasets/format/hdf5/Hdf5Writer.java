package org.spike4j.datasets.format.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.Deflater;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/**
 * Writes a group events with columns t (int64, microseconds), x and y (uint16) and p (uint8), and the attribute
 * sensor_resolution [height, width] of the root, in chunks of {@value EventSink#PACKET_EVENTS} events (all events if they are
 * fewer) that are shuffled and deflated. Any HDF5 library since 1.8 reads it.
 *
 * <p>jhdf writes whole arrays only, so the file is made here: chunks in the order of the events, then the trees that find
 * them, the headers, and last the superblock at the start.
 */
public final class Hdf5Writer {
    private static final long MAX_TIME = 1L << 60;
    private static final int SUPERBLOCK_BYTES = 96;
    private static final int LEVEL = Deflater.BEST_SPEED;

    private Hdf5Writer() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.h5
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return a sink without events; the caller closes it
     * @throws IOException if writing fails
     */
    public static EventSink open(Path path, int width, int height) throws IOException {
        return EventSink.open(path, width, height, channel -> new Encoder(channel, width, height));
    }

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.h5
     * @param events what to write, in this order, times -2^60 to 2^60 microseconds; not modified
     * @throws IllegalArgumentException if a time is out of range
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    private static final class Encoder implements PacketEncoder {
        private final FileChannel channel;
        private final int width;
        private final int height;
        private final Deflater deflater = new Deflater(LEVEL);
        private final Column t = new Column(new HeaderMessages.Whole(Long.BYTES, true));
        private final Column x = new Column(new HeaderMessages.Whole(Short.BYTES, false));
        private final Column y = new Column(new HeaderMessages.Whole(Short.BYTES, false));
        private final Column p = new Column(new HeaderMessages.Whole(Byte.BYTES, false));
        private long end = SUPERBLOCK_BYTES;
        private long events;

        /** As many as the first packet has, since only the last packet can be shorter. */
        private int chunkRows = 1;

        Encoder(FileChannel channel, int width, int height) {
            this.channel = channel;
            this.width = width;
            this.height = height;
        }

        @Override
        public void append(EventStream packet) throws IOException {
            chunkRows = events == 0 ? packet.size() : chunkRows;
            for (int i = 0; i < packet.size(); i++) {
                long time = packet.t(i);
                if (time < -MAX_TIME || time > MAX_TIME) {
                    throw new IllegalArgumentException(
                            "HDF5 is written with times of -2^60 to 2^60 microseconds, event " + (events + i) + " has "
                                    + time + "; shift the times to start at 0");
                }
                t.put(i, time);
                x.put(i, packet.x(i));
                y.put(i, packet.y(i));
                p.put(i, packet.polarity(i));
            }
            for (Column column : new Column[] {t, x, y, p}) {
                column.writeChunk(packet.size());
            }
            events += packet.size();
        }

        @Override
        public void finish() throws IOException {
            HeaderMessages group = HeaderMessages.ofGroup();
            group.link("p", p.writeHeader()).link("t", t.writeHeader());
            group.link("x", x.writeHeader()).link("y", y.writeHeader());
            HeaderMessages root = HeaderMessages.ofGroup().link("events", append(group.bytes()));
            long place =
                    append(root.attribute("sensor_resolution", height, width).bytes());
            write(superblock(place), 0);
        }

        @Override
        public void close() {
            deflater.end();
        }

        /** Version 0: sizes of offsets and lengths, capacity of tree nodes, end of the file, place of the root's header. */
        private ByteBuffer superblock(long root) {
            ByteBuffer block = HeaderMessages.buffer(SUPERBLOCK_BYTES);
            block.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'});
            block.putInt(0)
                    .put((byte) 0)
                    .put((byte) Long.BYTES)
                    .put((byte) Long.BYTES)
                    .put((byte) 0);
            block.putShort((short) 4).putShort((short) 16).putInt(0);
            block.putLong(0).putLong(HeaderMessages.UNDEFINED).putLong(end).putLong(HeaderMessages.UNDEFINED);
            return block.putLong(0).putLong(root).position(0);
        }

        private long append(ByteBuffer bytes) throws IOException {
            long place = end;
            end += bytes.remaining();
            write(bytes, place);
            return place;
        }

        private void write(ByteBuffer bytes, long place) throws IOException {
            long at = place;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        }

        /** A column and its current chunk, in which the first bytes of all numbers come first, then all second ones. */
        private final class Column {
            private final HeaderMessages.Whole type;
            private final byte[] chunk;
            private final byte[] packed;
            private final ChunkTree tree = new ChunkTree();

            Column(HeaderMessages.Whole type) {
                this.type = type;
                this.chunk = new byte[EventSink.PACKET_EVENTS * type.bytes()];
                this.packed = new byte[chunk.length + chunk.length / 8 + 64];
            }

            void put(int row, long value) {
                for (int b = 0; b < type.bytes(); b++) {
                    chunk[b * chunkRows + row] = (byte) (value >>> 8 * b);
                }
            }

            /** Rows that the last chunk has too many are zero. */
            void writeChunk(int rows) throws IOException {
                for (int row = rows; row < chunkRows; row++) {
                    put(row, 0);
                }
                deflater.reset();
                deflater.setInput(chunk, 0, chunkRows * type.bytes());
                deflater.finish();
                int size = deflater.deflate(packed);
                tree.add(append(ByteBuffer.wrap(packed, 0, size)), size);
            }

            long writeHeader() throws IOException {
                long root = tree.write(chunkRows, Encoder.this::append);
                return append(HeaderMessages.ofColumn(type, events, chunkRows, LEVEL, root)
                        .bytes());
            }
        }
    }
}
