package org.spike4j.datasets.format.prophesee;

import java.util.Locale;
import java.util.Optional;

/** How a RAW file writes its events. */
enum Encoding {
    EVT2("2.0", 4),
    EVT21("2.1", 8),
    EVT3("3.0", 2);

    private final String version;
    private final int wordBytes;

    Encoding(String version, int wordBytes) {
        this.version = version;
        this.wordBytes = wordBytes;
    }

    String formatName() {
        return "Prophesee RAW EVT " + version;
    }

    int wordBytes() {
        return wordBytes;
    }

    /** The encoding of a header word such as {@code EVT3} or {@code 3.0}. */
    static Optional<Encoding> of(String text) {
        for (Encoding encoding : values()) {
            if (encoding.name().equals(text.toUpperCase(Locale.ROOT)) || encoding.version.equals(text)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }
}
