package org.spike4j.datasets.statistics;

import java.util.Arrays;

/**
 * Events of each polarity by time, in a bounded number of bins of equal width. The width starts at 1 ms and doubles
 * whenever the recording does not fit any more; two neighbours become one then.
 */
final class TimeBins {
    static final int MOST = 1024;
    private static final long FIRST_MICROS = 1000;

    private final long[][] counts = new long[2][MOST];
    private long width = FIRST_MICROS;
    private long origin;
    private int used;

    void add(long time, int polarity) {
        if (used == 0) {
            origin = Math.floorDiv(time, width) * width;
            used = 1;
        }
        long place = Math.floorDiv(time - origin, width);
        if (place < 0 || place >= MOST) {
            makeRoom(time);
            place = Math.floorDiv(time - origin, width);
        }
        counts[polarity][(int) place]++;
        used = (int) Math.max(used, place + 1);
    }

    /** Widens the bins until the time fits, and moves them for a time before the first. */
    private void makeRoom(long time) {
        while (before(time) + Math.max(used, Math.floorDiv(time - origin, width) + 1) > MOST) {
            widen();
        }
        int by = (int) before(time);
        for (long[] count : counts) {
            System.arraycopy(count, 0, count, by, used);
            Arrays.fill(count, 0, by, 0);
        }
        origin -= by * width;
        used += by;
    }

    /** Bins that are missing before the first. */
    private long before(long time) {
        return Math.max(0, -Math.floorDiv(time - origin, width));
    }

    private void widen() {
        for (long[] count : counts) {
            for (int i = 0; i < MOST; i++) {
                count[i] = 2 * i < MOST ? count[2 * i] + count[2 * i + 1] : 0;
            }
        }
        width *= 2;
        used = (used + 1) / 2;
    }

    /** Start of the first bin. */
    long origin() {
        return origin;
    }

    /** Width of a bin, microseconds. */
    long width() {
        return width;
    }

    /** Events of a polarity in each bin that is used. */
    long[] counts(int polarity) {
        return Arrays.copyOf(counts[polarity], used);
    }
}
