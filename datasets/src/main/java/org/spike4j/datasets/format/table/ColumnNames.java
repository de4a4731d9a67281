package org.spike4j.datasets.format.table;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The names that the columns t, x, y, p have in files. */
public final class ColumnNames {
    private static final Map<String, Integer> COLUMNS = Map.ofEntries(
            Map.entry("t", EventTable.T),
            Map.entry("ts", EventTable.T),
            Map.entry("time", EventTable.T),
            Map.entry("timestamp", EventTable.T),
            Map.entry("timestamps", EventTable.T),
            Map.entry("x", EventTable.X),
            Map.entry("xs", EventTable.X),
            Map.entry("y", EventTable.Y),
            Map.entry("ys", EventTable.Y),
            Map.entry("p", EventTable.P),
            Map.entry("ps", EventTable.P),
            Map.entry("pol", EventTable.P),
            Map.entry("polarity", EventTable.P),
            Map.entry("polarities", EventTable.P),
            Map.entry("on", EventTable.P));

    private ColumnNames() {}

    /**
     * Finds a column by its name.
     *
     * @param name in any case
     * @return its place in an {@link EventTable}, -1 if the name is another one
     */
    public static int indexOf(String name) {
        return COLUMNS.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
    }

    /**
     * All names, for error messages.
     *
     * @return for example {@code p, pol, t, ts}
     */
    public static String all() {
        return String.join(", ", new TreeMap<>(COLUMNS).keySet());
    }
}
