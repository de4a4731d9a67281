package org.spike4j.examples.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Round numbers for an axis: steps of 1, 2 or 5 times a power of ten. */
final class Ticks {
    private Ticks() {}

    /** Step that divides a span into at most so many parts. */
    static double step(double span, int most) {
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        return DoubleStream.of(1, 2, 5, 10)
                .map(digit -> digit * power)
                .filter(step -> span / step <= most * (1 + 1e-9))
                .findFirst()
                .orElse(10 * power);
    }

    /** A multiple of the step as text, with as many decimals as the step needs. */
    static String text(double value, double step) {
        int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** A value with at most three digits that are not 0. */
    static String shortest(double value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString();
    }
}
