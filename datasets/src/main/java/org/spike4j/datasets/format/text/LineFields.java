package org.spike4j.datasets.format.text;

/**
 * The decimal numbers of one line, separated by spaces, tabs, commas or semicolons. A number is kept as a whole one and
 * the power of ten to divide it by, so that no time is rounded twice.
 */
final class LineFields {
    /** What {@link #scaled} gives for numbers that a long cannot hold. */
    static final long OUT_OF_RANGE = Long.MIN_VALUE;

    private static final int MAX_DIGITS = 18;
    private static final int MAX_EXPONENT = 99;
    private static final long[] POWERS = new long[MAX_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private final long[] whole;
    private final int[] fraction;
    private int at;

    LineFields(int count) {
        whole = new long[count];
        fraction = new int[count];
    }

    /**
     * Reads the first numbers of a line.
     *
     * @return how many there are, at most the count of this; -1 if something is no number
     */
    int read(byte[] text, int from, int to) {
        at = from;
        int count = 0;
        while (count < whole.length) {
            while (at < to && isSeparator(text[at])) {
                at++;
            }
            if (at == to) {
                return count;
            }
            if (!number(text, to, count) || at < to && !isSeparator(text[at])) {
                return -1;
            }
            count++;
        }
        return count;
    }

    /** A number times a power of ten, rounded to the nearest whole one, halves away from zero. */
    long scaled(int field, int power) {
        long value = whole[field];
        int shift = power - fraction[field];
        if (value == 0 || shift < -MAX_DIGITS) {
            return 0;
        }
        if (shift >= 0) {
            boolean fits = shift <= MAX_DIGITS && Math.abs(value) <= Long.MAX_VALUE / POWERS[shift];
            return fits ? value * POWERS[shift] : OUT_OF_RANGE;
        }
        long divisor = POWERS[-shift];
        long half = divisor / 2;
        return (value + (value < 0 ? -half : half)) / divisor;
    }

    /** Whether a number is written with a point. */
    boolean hasFraction(int field) {
        return fraction[field] > 0;
    }

    private boolean number(byte[] text, int to, int field) {
        boolean negative = text[at] == '-';
        if (negative || text[at] == '+') {
            at++;
        }
        long value = 0;
        int digits = 0;
        int point = 0;
        boolean afterPoint = false;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                if (Math.abs(value) < POWERS[MAX_DIGITS - 1]) {
                    value = 10 * value + digit;
                    point += afterPoint ? 1 : 0;
                } else if (!afterPoint) {
                    point--;
                }
                digits++;
            } else if (text[at] == '.' && !afterPoint) {
                afterPoint = true;
            } else {
                break;
            }
        }
        whole[field] = negative ? -value : value;
        fraction[field] = point;
        return digits > 0 && exponent(text, to, field);
    }

    private boolean exponent(byte[] text, int to, int field) {
        if (at == to || (text[at] | ' ') != 'e') {
            return true;
        }
        at++;
        boolean negative = at < to && text[at] == '-';
        if (negative || at < to && text[at] == '+') {
            at++;
        }
        int exponent = 0;
        int start = at;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            exponent = Math.min(MAX_EXPONENT, 10 * exponent + text[at] - '0');
            at++;
        }
        fraction[field] += negative ? exponent : -exponent;
        return at > start;
    }

    private static boolean isSeparator(byte b) {
        return b == ' ' || b == ',' || b == '\t' || b == ';' || b == '\r';
    }
}
