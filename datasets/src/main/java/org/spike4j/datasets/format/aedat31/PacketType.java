package org.spike4j.datasets.format.aedat31;

import java.util.Locale;
import org.spike4j.datasets.format.sensor.StreamKind;

/**
 * Kinds of packets that are read; the order is that of their numbers in the file. All other packets, as samples of sound, points
 * and configurations, are left out.
 */
enum PacketType {
    SPECIAL(StreamKind.TRIGGERS, 8),
    POLARITY(StreamKind.EVENTS, PacketHeader.POLARITY_BYTES),
    FRAME(StreamKind.FRAMES, 36),
    IMU6(StreamKind.IMU, 36),
    IMU9(StreamKind.IMU, 48);

    private final StreamKind kind;
    private final int bytes;

    PacketType(StreamKind kind, int bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** Whether the first word of an element of any kind marks it valid. */
    static boolean isValid(int word) {
        return (word & 1) != 0;
    }

    /** The kind of what is in a packet. */
    static StreamKind kindOf(int number) {
        return isKnown(number) ? values()[number].kind : StreamKind.OTHER;
    }

    /** The name of a kind of packets. */
    static String nameOf(int number) {
        return isKnown(number) ? values()[number].toString() : "type " + number;
    }

    /** Bytes of an element; of a frame, those before its pixels. */
    int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean isKnown(int number) {
        return number >= 0 && number < values().length;
    }
}
