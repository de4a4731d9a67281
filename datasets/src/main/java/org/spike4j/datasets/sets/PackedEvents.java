package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.spike4j.datasets.event.EventStream;

/**
 * Events in about a quarter of the room that {@link EventStream} takes, to keep many samples in memory.
 *
 * <p>Each event is its time since the event before, as a zigzag number in groups of seven bits, lowest first; then
 * (y width + x) 2 + polarity in as many whole bytes as the sensor needs, lowest first. On a sensor of 128x128 that is 3
 * bytes for events up to 63 us apart, 4 up to 8 ms.
 */
final class PackedEvents {
    private static final int OVERHEAD_BYTES = 64;
    private static final int LONGEST_EVENT = 10 + 4;
    private static final int MAGIC = 0x53344531;
    private static final int CHECKED_FROM = 2 * Integer.BYTES;
    private static final int HEADER_BYTES = 5 * Integer.BYTES;

    private final int width;
    private final int height;
    private final int size;
    private final byte[] bytes;

    private PackedEvents(int width, int height, int size, byte[] bytes) {
        this.width = width;
        this.height = height;
        this.size = size;
        this.bytes = bytes;
    }

    static PackedEvents of(EventStream events) {
        Packer packer = new Packer(events.width(), events.height());
        for (int i = 0; i < events.size(); i++) {
            packer.add(events, i);
        }
        return packer.pack();
    }

    /** Room taken on the heap. */
    long bytes() {
        return (long) bytes.length + OVERHEAD_BYTES;
    }

    /** A file: a mark, the checksum of what follows, width, height, number of events, and the events. */
    byte[] toBytes() {
        ByteBuffer file = ByteBuffer.allocate(HEADER_BYTES + bytes.length);
        file.putInt(MAGIC).putInt(0).putInt(width).putInt(height).putInt(size).put(bytes);
        return file.putInt(Integer.BYTES, checksum(file.array())).array();
    }

    /** What {@link #toBytes} gave. */
    static PackedEvents fromBytes(byte[] file) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(file);
        boolean whole = file.length >= HEADER_BYTES
                && header.getInt(0) == MAGIC
                && header.getInt(Integer.BYTES) == checksum(file);
        if (!whole) {
            throw new IOException("its checksum is wrong");
        }
        header.position(CHECKED_FROM);
        return new PackedEvents(
                header.getInt(), header.getInt(), header.getInt(), Arrays.copyOfRange(file, HEADER_BYTES, file.length));
    }

    private static int checksum(byte[] file) {
        CRC32C sum = new CRC32C();
        sum.update(file, CHECKED_FROM, file.length - CHECKED_FROM);
        return (int) sum.getValue();
    }

    EventStream unpack() {
        long[] t = new long[size];
        short[] x = new short[size];
        short[] y = new short[size];
        byte[] polarity = new byte[size];
        int placeBytes = placeBytes(width, height);
        long time = 0;
        int at = 0;
        for (int i = 0; i < size; i++) {
            long step = 0;
            byte part;
            int shift = 0;
            do {
                part = bytes[at++];
                step |= (part & 0x7fL) << shift;
                shift += 7;
            } while (part < 0);
            time += (step >>> 1) ^ -(step & 1);
            int place = 0;
            for (int k = 0; k < placeBytes; k++) {
                place |= (bytes[at++] & 0xff) << (8 * k);
            }
            int pixel = place >>> 1;
            t[i] = time;
            x[i] = (short) (pixel % width);
            y[i] = (short) (pixel / width);
            polarity[i] = (byte) (place & 1);
        }
        return EventStream.ofColumns(width, height, size, t, x, y, polarity);
    }

    private static int placeBytes(int width, int height) {
        long last = (long) width * height * 2 - 1;
        return (64 - Long.numberOfLeadingZeros(last) + 7) / 8;
    }

    /** Packs events one by one. */
    static final class Packer {
        private final int width;
        private final int height;
        private final int placeBytes;
        private byte[] bytes = new byte[256];
        private int length;
        private int size;
        private long time;

        Packer(int width, int height) {
            this.width = width;
            this.height = height;
            this.placeBytes = placeBytes(width, height);
        }

        void add(EventStream events, int i) {
            if (length + LONGEST_EVENT > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length + (bytes.length >> 1) + LONGEST_EVENT);
            }
            long step = events.t(i) - time;
            long rest = (step << 1) ^ (step >> 63);
            while (rest >>> 7 != 0) {
                bytes[length++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            bytes[length++] = (byte) rest;
            int place = ((events.y(i) * width + events.x(i)) << 1) | events.polarity(i);
            for (int k = 0; k < placeBytes; k++) {
                bytes[length++] = (byte) (place >>> (8 * k));
            }
            time = events.t(i);
            size++;
        }

        PackedEvents pack() {
            return new PackedEvents(width, height, size, Arrays.copyOf(bytes, length));
        }
    }
}
