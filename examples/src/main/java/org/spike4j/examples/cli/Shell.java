package org.spike4j.examples.cli;

/** Texts that are pasted into a shell. */
final class Shell {
    private Shell() {}

    /** The text as one word of a command. */
    static String quoted(String text) {
        return text.matches("[\\w./:@%+=,-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
