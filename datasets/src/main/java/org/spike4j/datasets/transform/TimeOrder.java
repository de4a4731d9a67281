package org.spike4j.datasets.transform;

/** Stable sorting of columns by time: a merge sort that starts from the runs that are in order already. */
final class TimeOrder {
    private TimeOrder() {}

    /** Columns in order of time, events of one time in the order they had; the given ones if they are in order. */
    static Columns sorted(Columns c) {
        int size = c.t.length;
        int[] bounds = new int[size + 1];
        int runs = runs(c.t, bounds);
        if (runs <= 1) {
            return c;
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        int[] merged = new int[size];
        while (runs > 1) {
            runs = mergePairs(c.t, order, merged, bounds, runs);
            int[] other = order;
            order = merged;
            merged = other;
        }
        return permuted(c, order);
    }

    /** Where runs start, and behind the last one the end. */
    private static int runs(long[] t, int[] bounds) {
        int runs = 0;
        for (int i = 0; i < t.length; i++) {
            if (i == 0 || t[i] < t[i - 1]) {
                bounds[runs++] = i;
            }
        }
        bounds[runs] = t.length;
        return runs;
    }

    private static int mergePairs(long[] t, int[] order, int[] merged, int[] bounds, int runs) {
        int made = 0;
        for (int run = 0; run < runs; run += 2) {
            int start = bounds[run];
            int middle = bounds[run + 1];
            int end = run + 2 <= runs ? bounds[run + 2] : middle;
            merge(t, order, merged, start, middle, end);
            bounds[made++] = start;
        }
        bounds[made] = t.length;
        return made;
    }

    private static void merge(long[] t, int[] order, int[] merged, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            boolean first = right == end || left < middle && t[order[left]] <= t[order[right]];
            merged[i] = first ? order[left++] : order[right++];
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
