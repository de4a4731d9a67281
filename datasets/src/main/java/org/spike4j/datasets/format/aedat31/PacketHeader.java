package org.spike4j.datasets.format.aedat31;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.format.FileCursor;

/**
 * The 28 bytes before the events of a packet. The field eventCapacity is not kept: files hold eventNumber events.
 *
 * @param type kind of events, the place in {@link PacketType}
 * @param source source number of the file header
 * @param eventSize bytes of an event
 * @param overflow how often the 31-bit time wrapped round before this packet
 * @param number events in the packet, valid or not
 */
record PacketHeader(int type, int source, int eventSize, int overflow, int number) {
    /** No packet. */
    static final PacketHeader NONE = new PacketHeader(0, 0, 1, 0, 0);

    private static final int TIME_BITS = 31;

    static final int BYTES = 28;
    static final int POLARITY = 1;
    static final int POLARITY_BYTES = 8;
    static final int POLARITY_TIME_OFFSET = 4;

    /** Reads a header and leaves the cursor at the first event; the events are in the file. */
    static PacketHeader read(FileCursor file) throws IOException {
        long start = file.position();
        ByteBuffer bytes = file.take(BYTES, "a packet header");
        int timeOffset = bytes.getInt(8);
        int capacity = bytes.getInt(16);
        int number = bytes.getInt(20);
        int valid = bytes.getInt(24);
        PacketHeader header =
                new PacketHeader(bytes.getShort(0), bytes.getShort(2), bytes.getInt(4), bytes.getInt(12), number);
        if (header.type < 0 || header.eventSize <= 0 || header.overflow < 0) {
            throw file.damaged(
                    start,
                    "a packet header with type >= 0, event size > 0, overflow >= 0",
                    header.type + ", " + header.eventSize + ", " + header.overflow);
        }
        if (number < 0 || number > capacity || valid < 0 || valid > number) {
            throw file.damaged(
                    start,
                    "a packet header with valid <= number <= capacity events",
                    valid + ", " + number + ", " + capacity);
        }
        boolean layout = header.eventSize == POLARITY_BYTES && timeOffset == POLARITY_TIME_OFFSET;
        if (header.type == POLARITY && !layout) {
            throw file.damaged(
                    start,
                    "polarity events of 8 bytes with the time at byte 4",
                    header.eventSize + " bytes with the time at byte " + timeOffset);
        }
        if (header.bodyBytes() > file.remaining()) {
            throw file.error(
                    start,
                    "a packet of " + header.bodyBytes() + " bytes",
                    "only " + file.remaining() + " bytes after its header",
                    "the file is cut off, copy or download it again");
        }
        return header;
    }

    /** Microseconds to add to the times of its events, overflow * 2^31. */
    long timeBase() {
        return (long) overflow << TIME_BITS;
    }

    long bodyBytes() {
        return (long) number * eventSize;
    }
}
