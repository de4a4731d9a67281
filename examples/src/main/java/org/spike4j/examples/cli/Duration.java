package org.spike4j.examples.cli;

import java.util.Locale;

/** Seconds for people. */
final class Duration {
    private Duration() {}

    /** Minutes and seconds as 1:05, with hours as 2:03:09. */
    static String text(double seconds) {
        long whole = Math.round(seconds);
        long hours = whole / 3600;
        long minutes = whole / 60 % 60;
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, minutes, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", minutes, whole % 60);
    }
}
