package org.spike4j.datasets.transform;

/** Stable sorting of columns by time: a radix sort from the lowest digit, of as many digits as the duration has. */
final class TimeOrder {
    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private TimeOrder() {}

    /** Columns in order of time, events of one time in the order they had; the given ones if they are in order. */
    static Columns sorted(Columns c) {
        int size = c.t.length;
        long first = size == 0 ? 0 : c.t[0];
        long last = first;
        boolean ordered = true;
        for (int i = 1; i < size; i++) {
            ordered &= c.t[i] >= c.t[i - 1];
            first = Math.min(first, c.t[i]);
            last = Math.max(last, c.t[i]);
        }
        return ordered ? c : permuted(c, order(c.t, first, last));
    }

    private static int[] order(long[] t, long first, long last) {
        int size = t.length;
        long[] keys = new long[size];
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            keys[i] = t[i] - first;
            order[i] = i;
        }
        long[] sortedKeys = new long[size];
        int[] sortedOrder = new int[size];
        // Differences are taken as unsigned, so that any two times have one.
        for (int shift = 0; shift < Long.SIZE && last - first >>> shift != 0; shift += BITS) {
            sortDigit(keys, order, shift, sortedKeys, sortedOrder);
            long[] otherKeys = keys;
            keys = sortedKeys;
            sortedKeys = otherKeys;
            int[] otherOrder = order;
            order = sortedOrder;
            sortedOrder = otherOrder;
        }
        return order;
    }

    private static void sortDigit(long[] keys, int[] order, int shift, long[] sortedKeys, int[] sortedOrder) {
        int[] places = new int[DIGITS + 1];
        for (long key : keys) {
            places[(int) (key >>> shift & DIGITS - 1) + 1]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            places[digit + 1] += places[digit];
        }
        for (int i = 0; i < keys.length; i++) {
            int place = places[(int) (keys[i] >>> shift & DIGITS - 1)]++;
            sortedKeys[place] = keys[i];
            sortedOrder[place] = order[i];
        }
    }

    private static Columns permuted(Columns c, int[] order) {
        Columns result = new Columns(order.length);
        for (int i = 0; i < order.length; i++) {
            int from = order[i];
            result.t[i] = c.t[from];
            result.x[i] = c.x[from];
            result.y[i] = c.y[from];
            result.polarity[i] = c.polarity[from];
        }
        return result;
    }
}
