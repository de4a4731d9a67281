package org.spike4j.datasets.format.hdf5.blosc;

import static org.spike4j.datasets.format.hdf5.blosc.BloscChunk.damaged;

import org.spike4j.datasets.format.ContentException;

/**
 * Decompresses BloscLZ, a form of FastLZ.
 *
 * <p>A control byte below 32 is followed by that many literals and one more. Another one starts a match: its upper three
 * bits are the length minus 2, where 7 means that bytes follow that add to it, each 255 but the last; its lower five and
 * the next byte are the distance minus 1. A distance of all ones is followed by two bytes, highest first, to be added.
 * The first control byte always counts literals.
 */
final class BloscLz {
    private static final int MAX_SHORT_DISTANCE = 8191;
    private static final int LONG_LENGTH = 7;
    private static final int MIN_MATCH = 2;

    private final byte[] in;
    private final int end;
    private int at;

    private BloscLz(byte[] in, int from, int end) {
        this.in = in;
        this.at = from;
        this.end = end;
    }

    /** See {@link BloscCodec#decompress}. */
    static int decompress(byte[] in, int from, int length, byte[] out, int to, int size) throws ContentException {
        return new BloscLz(in, from, from + length).decompress(out, to, to + size) - to;
    }

    private int decompress(byte[] out, int start, int limit) throws ContentException {
        int to = start;
        int control = next() & 31;
        while (true) {
            if (control < 32) {
                int literals = control + 1;
                if (literals > end - at || literals > limit - to) {
                    throw damaged(literals + " literals", (end - at) + " bytes, room for " + (limit - to));
                }
                System.arraycopy(in, at, out, to, literals);
                at += literals;
                to += literals;
            } else {
                to = match(control, out, start, to, limit);
            }
            if (at == end) {
                return to;
            }
            control = next();
        }
    }

    private int match(int control, byte[] out, int start, int to, int limit) throws ContentException {
        int length = control >>> 5;
        if (length == LONG_LENGTH) {
            int more;
            do {
                more = next();
                length += more;
            } while (more == 255 && length <= limit);
        }
        length += MIN_MATCH;
        int distance = ((control & 31) << 8) + next();
        if (distance == MAX_SHORT_DISTANCE) {
            int high = next();
            distance += (high << 8) + next();
        }
        distance++;
        if (distance > to - start || length > limit - to) {
            throw damaged(
                    "a match of at most " + (limit - to) + " bytes, " + (to - start) + " back",
                    length + " bytes, " + distance + " back");
        }
        for (int i = 0; i < length; i++) {
            out[to + i] = out[to + i - distance];
        }
        return to + length;
    }

    private int next() throws ContentException {
        if (at == end) {
            throw damaged("another byte", "the end of a block");
        }
        return in[at++] & 0xff;
    }
}
