package org.spike4j.datasets.sets;

import java.util.List;
import java.util.stream.LongStream;

/**
 * How labelled stretches of recordings are cut into windows for training, validation and test. Start from {@link #of}.
 *
 * <p>A stretch of L microseconds is first divided in time: its last round(test L) are for the test, the round(validation
 * L) before them for validation, what comes before for training. Then each part is cut from its own start: window k
 * begins k stride after it, and is kept if it ends within the part. So no window reaches into another part, and no event
 * is both trained and tested with, unless labelled stretches overlap.
 *
 * @param windowMicros duration of a window, microseconds, at least 1
 * @param strideMicros from the start of a window to that of the next, microseconds, at least 1
 * @param validationShare share of each stretch for validation, 0 to 1
 * @param testShare share of each stretch for the test, 0 to 1
 */
public record WindowCut(long windowMicros, long strideMicros, double validationShare, double testShare) {
    private static final int MOST_WINDOWS = 1 << 24;

    /** Checks the values. */
    public WindowCut {
        if (windowMicros < 1 || strideMicros < 1) {
            throw new IllegalArgumentException(
                    "window and stride must be at least 1 us, were " + windowMicros + " and " + strideMicros);
        }
        if (!(validationShare >= 0 && testShare >= 0 && validationShare + testShare <= 1)) {
            throw new IllegalArgumentException("shares for validation and test must be 0 to 1 and at most 1 together,"
                    + " were " + validationShare + " and " + testShare);
        }
    }

    /**
     * Windows one after the other, all of them for training.
     *
     * @param windowMicros duration of a window, microseconds
     * @return the cut to start from
     */
    public static WindowCut of(long windowMicros) {
        return new WindowCut(windowMicros, windowMicros, 0, 0);
    }

    /**
     * With windows that overlap or leave gaps.
     *
     * @param micros from the start of a window to that of the next, microseconds
     * @return changed cut
     */
    public WindowCut withStride(long micros) {
        return new WindowCut(windowMicros, micros, validationShare, testShare);
    }

    /**
     * With the ends of the stretches held out.
     *
     * @param validation share for validation, before that for the test
     * @param test share for the test, at the end
     * @return changed cut
     */
    public WindowCut withShares(double validation, double test) {
        return new WindowCut(windowMicros, strideMicros, validation, test);
    }

    /**
     * Starts of the windows of one part.
     *
     * @param start first time of the stretch
     * @param end first time after it
     */
    List<Long> starts(long start, long end, Split split) {
        long length = end - start;
        long testStart = end - Math.round(testShare * length);
        long validationStart = Math.max(start, testStart - Math.round(validationShare * length));
        return switch (split) {
            case TRAIN -> starts(start, validationStart);
            case VALIDATION -> starts(validationStart, testStart);
            case TEST -> starts(testStart, end);
        };
    }

    private List<Long> starts(long from, long to) {
        if (to - from < windowMicros) {
            return List.of();
        }
        long count = (to - from - windowMicros) / strideMicros + 1;
        if (count > MOST_WINDOWS) {
            throw new IllegalArgumentException("a stretch of " + (to - from) + " us must give at most " + MOST_WINDOWS
                    + " windows, gave " + count + "; use a longer stride or check the times of the recording");
        }
        return LongStream.range(0, count)
                .map(k -> from + k * strideMicros)
                .boxed()
                .toList();
    }
}
