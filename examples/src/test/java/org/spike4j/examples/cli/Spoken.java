package org.spike4j.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * What a command said.
 *
 * @param exitCode its exit code
 * @param out standard output
 * @param err standard error
 */
record Spoken(int exitCode, String out, String err) {

    /** Runs a command in this process. */
    static Spoken by(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        int exitCode = Spike4jCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(texts);
        return new Spoken(exitCode, out.toString(), err.toString());
    }

    List<String> outLines() {
        return out.lines().toList();
    }

    List<String> errLines() {
        return err.lines().toList();
    }

    /** The object on the last line of standard output. */
    JsonNode json() throws IOException {
        List<String> lines = outLines();
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }
}
