package org.spike4j.datasets.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Events by pixel.
 *
 * <p>Hot pixels: of a pixel with c events and of all pixels with any, let l = ln c, m the median of l and s =
 * max(1.4826 median |l - m|, 0.25), which is a standard deviation that outliers do not move. A pixel is hot if it has at
 * least 10 events, l &gt; m + 5 s, and c &gt; 4 (n + 1), where n is the median of its up to eight neighbours. So a bright edge,
 * whose neighbours are busy too, is not taken for a hot pixel.
 *
 * @param active pixels with at least one event
 * @param silent pixels without any
 * @param mean mean rate of the active pixels, events a second
 * @param median median rate of the active pixels, events a second
 * @param most largest rate of a pixel, events a second
 * @param octaves element k counts the pixels of 2^k to below 2^(k+1) events; ends with the last one that is not 0
 * @param hot hot pixels, the busiest first
 */
public record PixelRates(
        long active, long silent, double mean, double median, double most, List<Long> octaves, List<HotPixel> hot) {
    private static final double DEVIATIONS = 5;
    private static final double LEAST_DEVIATION = 0.25;
    private static final double OF_MEDIAN = 1.4826;
    private static final int LEAST_EVENTS = 10;
    private static final int ABOVE_NEIGHBOURS = 4;

    /**
     * A pixel that is much busier than all others and than its neighbours.
     *
     * @param x column
     * @param y row
     * @param events its events
     */
    public record HotPixel(int x, int y, long events) {}

    /** Copies the lists. */
    public PixelRates {
        octaves = List.copyOf(octaves);
        hot = List.copyOf(hot);
    }

    /** Of counts by pixel, row by row, in a time. */
    static PixelRates of(long[] counts, int width, double seconds) {
        long[] active = Arrays.stream(counts).filter(c -> c > 0).sorted().toArray();
        if (active.length == 0) {
            return new PixelRates(0, counts.length, 0, 0, 0, List.of(), List.of());
        }
        double time = seconds > 0 ? seconds : 1;
        Intervals.Tally octaves = new Intervals.Tally();
        Arrays.stream(active).forEach(octaves::add);
        return new PixelRates(
                active.length,
                counts.length - active.length,
                Arrays.stream(active).sum() / time / active.length,
                median(Arrays.stream(active).asDoubleStream().toArray()) / time,
                active[active.length - 1] / time,
                octaves.result().octaves(),
                hot(counts, width, active));
    }

    private static List<HotPixel> hot(long[] counts, int width, long[] active) {
        double[] logarithms = Arrays.stream(active).mapToDouble(Math::log).toArray();
        double middle = median(logarithms);
        double[] away = Arrays.stream(logarithms)
                .map(l -> Math.abs(l - middle))
                .sorted()
                .toArray();
        double bound = middle + DEVIATIONS * Math.max(OF_MEDIAN * median(away), LEAST_DEVIATION);
        List<HotPixel> hot = new ArrayList<>();
        for (int at = 0; at < counts.length; at++) {
            boolean outlier = counts[at] >= LEAST_EVENTS && Math.log(counts[at]) > bound;
            if (outlier && counts[at] > ABOVE_NEIGHBOURS * (neighbours(counts, width, at) + 1)) {
                hot.add(new HotPixel(at % width, at / width, counts[at]));
            }
        }
        hot.sort((a, b) -> Long.compare(b.events(), a.events()));
        return hot;
    }

    /** Median events of the pixels around one. */
    private static double neighbours(long[] counts, int width, int at) {
        int x = at % width;
        double[] around = new double[8];
        int found = 0;
        for (int row = at / width - 1; row <= at / width + 1; row++) {
            for (int column = x - 1; column <= x + 1; column++) {
                int place = row * width + column;
                boolean inside = column >= 0 && column < width && place >= 0 && place < counts.length;
                if (inside && place != at) {
                    around[found++] = counts[place];
                }
            }
        }
        double[] sorted = Arrays.copyOf(around, found);
        Arrays.sort(sorted);
        return found == 0 ? 0 : median(sorted);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
