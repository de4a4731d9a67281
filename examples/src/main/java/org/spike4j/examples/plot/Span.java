package org.spike4j.examples.plot;

import java.util.stream.DoubleStream;

/**
 * The values that an axis shows.
 *
 * @param low lower end
 * @param high upper end, above low
 */
record Span(double low, double high) {
    private static final double SPACE = 0.06;

    /** Around values, with some space at both ends; values that are all the same lie in its middle. */
    static Span around(double... values) {
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(0);
        double space = high > low ? SPACE * (high - low) : Math.max(0.5, 0.1 * Math.abs(high));
        return new Span(low - space, high + space);
    }

    /** This span, widened so that it holds a value. */
    Span including(double value) {
        return new Span(Math.min(low, value), Math.max(high, value));
    }

    /** Where a value lies: 0 at the lower end, 1 at the upper one. */
    double share(double value) {
        return (value - low) / (high - low);
    }

    /** Step of the marks on the axis. */
    double step(int most) {
        return Ticks.step(high - low, most);
    }
}
