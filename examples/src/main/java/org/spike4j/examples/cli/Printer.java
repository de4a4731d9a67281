package org.spike4j.examples.cli;

import java.io.PrintWriter;
import java.util.Map;

/** What a command says: its answer for people or as JSON, and remarks that are not part of the answer. */
final class Printer {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    /**
     * Prints to two streams.
     *
     * @param out takes the answer
     * @param err takes everything else
     * @param json whether the answer is one JSON object instead of text
     */
    Printer(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Writes a line of the answer for people. */
    void say(String line) {
        PrintWriter stream = json ? err : out;
        stream.println(line);
        stream.flush();
    }

    /** Writes a remark. */
    void remark(String line) {
        err.println(line);
        err.flush();
    }

    /** Ends the answer: as JSON if it was asked for. */
    void answer(Map<String, ?> result) {
        if (json) {
            out.println(JsonLine.of(result));
            out.flush();
        }
    }

    /** Standard error, for what redraws a line. */
    PrintWriter err() {
        return err;
    }
}
