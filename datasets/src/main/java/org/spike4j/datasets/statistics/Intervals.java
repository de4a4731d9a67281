package org.spike4j.datasets.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * A histogram of times between events, by powers of two.
 *
 * @param count how many there are
 * @param zero how many are 0
 * @param mean their mean, microseconds; 0 if there are none
 * @param median their median up to a factor of two: lower end of its bin; 0 if there are none
 * @param octaves element k counts those of 2^k to below 2^(k+1) microseconds; ends with the last one that is not 0
 */
public record Intervals(long count, long zero, double mean, long median, List<Long> octaves) {

    /** Copies the counts. */
    public Intervals {
        octaves = List.copyOf(octaves);
    }

    /** Collects intervals. */
    static final class Tally {
        private final long[] octaves = new long[Long.SIZE];
        private long count;
        private long zero;
        private double sum;

        void add(long micros) {
            count++;
            sum += micros;
            if (micros == 0) {
                zero++;
            } else {
                octaves[Long.SIZE - 1 - Long.numberOfLeadingZeros(micros)]++;
            }
        }

        Intervals result() {
            int end = octaves.length;
            while (end > 0 && octaves[end - 1] == 0) {
                end--;
            }
            List<Long> counts = Arrays.stream(octaves, 0, end).boxed().toList();
            return new Intervals(count, zero, count == 0 ? 0 : sum / count, median(), counts);
        }

        private long median() {
            long below = zero;
            int k = 0;
            while (2 * below <= count && k < octaves.length) {
                below += octaves[k];
                k++;
            }
            return k == 0 || count == 0 ? 0 : 1L << (k - 1);
        }
    }
}
