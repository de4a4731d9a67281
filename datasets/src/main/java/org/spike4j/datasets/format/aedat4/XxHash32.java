package org.spike4j.datasets.format.aedat4;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The 32-bit xxHash with seed 0, the checksum of LZ4 frames. Source: the xxHash specification, version 0.1.1. */
final class XxHash32 {
    private static final int PRIME_1 = 0x9E3779B1;
    private static final int PRIME_2 = 0x85EBCA77;
    private static final int PRIME_3 = 0xC2B2AE3D;
    private static final int PRIME_4 = 0x27D4EB2F;
    private static final int PRIME_5 = 0x165667B1;
    private static final int PRIME_1_PLUS_2 = 0x24234428;
    private static final int STRIPE = 16;

    private XxHash32() {}

    static int of(byte[] array, int from, int length) {
        ByteBuffer in = ByteBuffer.wrap(array, from, length).order(ByteOrder.LITTLE_ENDIAN);
        int hash = (length < STRIPE ? PRIME_5 : stripes(in)) + length;
        while (in.remaining() >= Integer.BYTES) {
            hash = Integer.rotateLeft(hash + in.getInt() * PRIME_3, 17) * PRIME_4;
        }
        while (in.hasRemaining()) {
            hash = Integer.rotateLeft(hash + (in.get() & 0xff) * PRIME_5, 11) * PRIME_1;
        }
        hash = (hash ^ hash >>> 15) * PRIME_2;
        hash = (hash ^ hash >>> 13) * PRIME_3;
        return hash ^ hash >>> 16;
    }

    private static int stripes(ByteBuffer in) {
        int a = PRIME_1_PLUS_2;
        int b = PRIME_2;
        int c = 0;
        int d = -PRIME_1;
        while (in.remaining() >= STRIPE) {
            a = round(a, in.getInt());
            b = round(b, in.getInt());
            c = round(c, in.getInt());
            d = round(d, in.getInt());
        }
        return Integer.rotateLeft(a, 1)
                + Integer.rotateLeft(b, 7)
                + Integer.rotateLeft(c, 12)
                + Integer.rotateLeft(d, 18);
    }

    private static int round(int lane, int word) {
        return Integer.rotateLeft(lane + word * PRIME_2, 13) * PRIME_1;
    }
}
