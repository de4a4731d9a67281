package org.spike4j.training.memory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of memory as the Java command line writes them: a whole number and k, m or g, powers of 1024. */
public final class MemorySize {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([kmg]?)");

    private MemorySize() {}

    /**
     * Reads a size.
     *
     * @param text such as 900m or 2g; without a letter, bytes
     * @return bytes, at least 1
     */
    public static long parse(String text) {
        Matcher matcher = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a size of memory must be like 900m or 2g, was \"" + text + "\"");
        }
        int shift = switch (matcher.group(2)) {
            case "k" -> 10;
            case "m" -> 20;
            case "g" -> 30;
            default -> 0;
        };
        long value = Long.parseLong(matcher.group(1));
        if (value < 1 || value > Long.MAX_VALUE >> shift) {
            throw new IllegalArgumentException(
                    "a size of memory must be from 1 to 2^63 - 1 bytes, was \"" + text + "\"");
        }
        return value << shift;
    }

    /**
     * Writes a size in megabytes, rounded up, so that it is enough if given back.
     *
     * @param bytes at least 0
     * @return such as 900m
     */
    public static String text(long bytes) {
        return ((bytes + (1 << 20) - 1) >> 20) + "m";
    }
}
