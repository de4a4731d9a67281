package org.spike4j.datasets.format.nmnist;

/** The bits of an event: one byte of x, then a word of y (8 bits), polarity (1 bit) and time (23 bits). */
final class FortyBits {
    static final int BYTES = 5;
    static final int MAX_TIME = (1 << 23) - 1;

    /** The row that marks a time overflow. */
    static final int OVERFLOW_ROW = 240;

    /** Microseconds that an overflow adds to the times after it. */
    static final int OVERFLOW_MICROS = 1 << 13;

    private FortyBits() {}

    static int word(int y, int polarity, int time) {
        return y << 24 | polarity << 23 | time;
    }

    static int y(int word) {
        return word >>> 24;
    }

    static int polarity(int word) {
        return word >>> 23 & 1;
    }

    static int time(int word) {
        return word & MAX_TIME;
    }
}
