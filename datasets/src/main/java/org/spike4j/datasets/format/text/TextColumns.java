package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.spike4j.datasets.format.FileCursor;

/**
 * Which column of a line is what.
 *
 * @param count columns of a line; more are left out
 * @param t index of the time
 * @param x index of the column of the pixel
 * @param y index of the row
 * @param p index of the polarity
 * @param unit of the times, as far as the file tells
 */
record TextColumns(int count, int t, int x, int y, int p, Optional<TimeUnit> unit) {
    static final TextColumns RPG = new TextColumns(4, 0, 1, 2, 3, Optional.of(TimeUnit.SECONDS));
    static final int MAX_COUNT = 64;
    private static final List<String> T = List.of("t", "time", "timestamp", "timestamps", "ts");
    private static final List<String> X = List.of("x");
    private static final List<String> Y = List.of("y");
    private static final List<String> P = List.of("p", "pol", "polarity", "on");

    /** Reads the line of names and leaves the cursor at the line after it. */
    static TextColumns ofHeader(FileCursor file) throws IOException {
        LineBytes lines = new LineBytes(file);
        long start = file.position();
        String line = lines.next("the line of names");
        while (line.startsWith("#")) {
            start = file.position();
            line = lines.next("the line of names");
        }
        String[] names = line.toLowerCase(Locale.ROOT).split("[,;]", -1);
        int t = -1;
        int x = -1;
        int y = -1;
        int p = -1;
        Optional<TimeUnit> unit = Optional.empty();
        for (int i = 0; i < Math.min(names.length, MAX_COUNT); i++) {
            String name = names[i].strip().replace("\"", "");
            String bare = name.replaceAll("[ _(\\[]+(s|sec|seconds|ms|us|micros|microseconds|ns)[)\\]]?$", "");
            if (T.contains(bare)) {
                t = i;
                unit = unit(name.substring(bare.length()));
            }
            x = X.contains(name) ? i : x;
            y = Y.contains(name) ? i : y;
            p = P.contains(name) ? i : p;
        }
        if (t < 0 || x < 0 || y < 0 || p < 0) {
            throw file.error(
                    start,
                    "a line of names with t, x, y and p",
                    line,
                    "write such a line first, for example t_us,x,y,p");
        }
        return new TextColumns(Math.max(Math.max(t, x), Math.max(y, p)) + 1, t, x, y, p, unit);
    }

    private static Optional<TimeUnit> unit(String suffix) {
        return switch (suffix.replaceAll("[^a-z]", "")) {
            case "s", "sec", "seconds" -> Optional.of(TimeUnit.SECONDS);
            case "ms" -> Optional.of(TimeUnit.MILLISECONDS);
            case "us", "micros", "microseconds" -> Optional.of(TimeUnit.MICROSECONDS);
            case "ns" -> Optional.of(TimeUnit.NANOSECONDS);
            default -> Optional.empty();
        };
    }
}
