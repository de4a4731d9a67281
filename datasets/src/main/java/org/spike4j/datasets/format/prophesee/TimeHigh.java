package org.spike4j.datasets.format.prophesee;

/** The upper part of the time, a counter of few bits that wraps. */
final class TimeHigh {
    private TimeHigh() {}

    /**
     * Follows the counter beyond its bits: a longer step back than the slack is a wrap.
     *
     * @param before counter so far, with all wraps; negative if there was none
     * @param counter what the file says now
     * @param bits of the counter
     * @param slack steps by which the counter may fall back, since cameras repeat words and send them late
     * @return counter now, with all wraps
     */
    static long follow(long before, int counter, int bits, int slack) {
        int mask = (1 << bits) - 1;
        if (before < 0) {
            return counter;
        }
        int step = (counter - (int) before) & mask;
        boolean back = step > mask - slack && before + step > mask;
        return before + (back ? step - mask - 1 : step);
    }
}
