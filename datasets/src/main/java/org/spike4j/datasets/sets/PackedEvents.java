package org.spike4j.datasets.sets;

import java.util.Arrays;
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
