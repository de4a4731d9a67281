package org.spike4j.datasets.format.aedat2;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.format.FileCursor;

/**
 * The words after the header.
 *
 * @param addressBytes 4 in AEDAT 2.0, 2 in AEDAT 1.0
 */
record Words(int addressBytes) {
    /** Words of a piece. */
    static final int PIECE = 1 << 15;

    int bytes() {
        return addressBytes + Integer.BYTES;
    }

    /** Refuses a file that ends inside a word. */
    void requireWhole(FileCursor file) throws IOException {
        long rest = file.remaining() % bytes();
        if (rest != 0) {
            throw file.error(
                    file.position() + file.remaining() - rest,
                    "a whole event of " + bytes() + " bytes",
                    rest + " bytes",
                    "the file is cut off, copy or download it again");
        }
    }

    /** The next words of the file. */
    ByteBuffer piece(FileCursor file) throws IOException {
        return file.take((int) Math.min(file.remaining(), (long) PIECE * bytes()), "events");
    }

    int address(ByteBuffer words, int at) {
        return addressBytes == Integer.BYTES ? words.getInt(at) : words.getShort(at) & 0xffff;
    }

    int time(ByteBuffer words, int at) {
        return words.getInt(at + addressBytes);
    }

    /**
     * The camera that the addresses suggest: bits above the lower 16 are set in words of a DAVIS only. Moves the cursor to
     * the end of the file.
     */
    Camera scan(FileCursor file) throws IOException {
        int bits = 0;
        int x = 0;
        int y = 0;
        while (file.remaining() > 0) {
            ByteBuffer words = piece(file);
            for (int at = 0; at < words.limit(); at += bytes()) {
                int address = address(words, at);
                bits |= address;
                if (AddressLayout.DAVIS.isPixel(address)) {
                    x = Math.max(x, AddressLayout.DAVIS.x(address));
                    y = Math.max(y, AddressLayout.DAVIS.y(address));
                }
            }
        }
        boolean davis = bits >>> 16 != 0;
        return davis ? AddressLayout.DAVIS.around(x, y) : AddressLayout.DVS128.around(0, 0);
    }
}
