package org.spike4j.examples.report;

import java.util.List;

/**
 * A table of texts.
 *
 * @param columns names of the columns
 * @param rows the rows from top to bottom, each as long as there are columns
 */
public record Table(List<String> columns, List<List<String>> rows) {

    /** Copies the rows and checks their lengths. */
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + columns.size() + " cells as there are columns, had " + row.size());
            }
        }
    }
}
