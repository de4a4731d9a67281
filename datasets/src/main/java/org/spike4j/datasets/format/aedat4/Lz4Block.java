package org.spike4j.datasets.format.aedat4;

/**
 * Decompresses an LZ4 block: sequences of a token (4 bits literals, 4 bits match length - 4; 15 means that more length
 * bytes follow, each 255 but the last), literals, and a 2-byte distance back to the match. The last sequence ends after
 * its literals. Every length and distance is checked.
 */
final class Lz4Block {
    private static final int MIN_MATCH = 4;
    private static final int LONG_LENGTH = 15;

    private final byte[] in;
    private final int end;
    private final BoundedBytes out;
    private int at;

    private Lz4Block(byte[] in, int from, int end, BoundedBytes out) {
        this.in = in;
        this.at = from;
        this.end = end;
        this.out = out;
    }

    /**
     * Appends a block.
     *
     * @param in compressed bytes; not modified
     * @param from first byte of the block
     * @param end one past its last byte, at most the length of the array
     * @param out what was decompressed before, and where the block goes
     * @param oldest index of the first byte of out that matches may reach back to
     * @param maxBytes bytes that the block may grow to
     * @throws PacketException if the block is damaged
     */
    static void decompress(byte[] in, int from, int end, BoundedBytes out, int oldest, int maxBytes)
            throws PacketException {
        Lz4Block block = new Lz4Block(in, from, end, out);
        int limit = out.size() + maxBytes;
        boolean more = from < end;
        while (more) {
            more = block.sequence(oldest, limit);
        }
    }

    private boolean sequence(int oldest, int limit) throws PacketException {
        int token = in[at++] & 0xff;
        int literals = length(token >>> 4);
        if (literals > end - at) {
            throw new PacketException(literals + " literals of an LZ4 block", (end - at) + " bytes");
        }
        requireInside(literals, limit);
        out.reserve(literals);
        System.arraycopy(in, at, out.array(), out.size(), literals);
        out.advance(literals);
        at += literals;
        if (at == end) {
            return false;
        }
        if (end - at < 2) {
            throw new PacketException("a match distance of an LZ4 block", "its end");
        }
        int distance = in[at] & 0xff | (in[at + 1] & 0xff) << 8;
        at += 2;
        if (distance == 0 || distance > out.size() - oldest) {
            throw new PacketException("an LZ4 match distance of 1 to " + (out.size() - oldest), "distance " + distance);
        }
        int length = length(token & 15) + MIN_MATCH;
        requireInside(length, limit);
        out.reserve(length);
        copyMatch(distance, length);
        if (at == end) {
            throw new PacketException("a last LZ4 sequence without match", "the end after a match");
        }
        return true;
    }

    private int length(int nibble) throws PacketException {
        int length = nibble;
        if (nibble == LONG_LENGTH) {
            int more;
            do {
                if (at == end) {
                    throw new PacketException("a length byte of an LZ4 block", "its end");
                }
                more = in[at++] & 0xff;
                length += more;
            } while (more == 255);
        }
        return length;
    }

    private void requireInside(int length, int limit) throws PacketException {
        if (length > limit - out.size()) {
            throw new PacketException("at most " + (limit - out.size()) + " more bytes in an LZ4 block", length + "");
        }
    }

    /** Repeats the bytes at the distance; the copy overlaps itself when it is longer than the distance. */
    private void copyMatch(int distance, int length) {
        byte[] bytes = out.array();
        int to = out.size();
        int done = Math.min(distance, length);
        System.arraycopy(bytes, to - distance, bytes, to, done);
        while (done < length) {
            int next = Math.min(done, length - done);
            System.arraycopy(bytes, to, bytes, to + done, next);
            done += next;
        }
        out.advance(length);
    }
}
