package org.spike4j.datasets.statistics;

import java.util.List;

/**
 * Events by time, in at most 1024 bins of equal width: 1 ms, doubled as often as needed.
 *
 * @param startMicros start of the first bin
 * @param binMicros width of a bin
 * @param darker events of polarity 0 in each bin
 * @param brighter events of polarity 1 in each bin
 */
public record RateOverTime(long startMicros, long binMicros, List<Long> darker, List<Long> brighter) {

    /** Copies the counts. */
    public RateOverTime {
        darker = List.copyOf(darker);
        brighter = List.copyOf(brighter);
    }

    /**
     * The largest rate of a bin.
     *
     * @return events a second; 0 without events
     */
    public double most() {
        long most = 0;
        for (int i = 0; i < darker.size(); i++) {
            most = Math.max(most, darker.get(i) + brighter.get(i));
        }
        return most * 1e6 / binMicros;
    }
}
