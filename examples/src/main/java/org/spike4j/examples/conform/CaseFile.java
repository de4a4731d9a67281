package org.spike4j.examples.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.neuron.kernel.SequenceShape;

/**
 * One case: a model with its constants and input, and the numbers another library computed for it. Sequences are [T][N][n]
 * in the file and time-major arrays here.
 *
 * @param name of the case
 * @param model class or function of the library
 * @param steps T
 * @param samples N
 * @param columns n
 * @param fields all fields of the file
 */
record CaseFile(String name, String model, int steps, int samples, int columns, Fields fields) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads a file. Cases whose shape has no T or N have them as 1. */
    static CaseFile read(Path file) throws IOException {
        byte[] text = Files.readAllBytes(file);
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new CaseFormatException(
                    file,
                    "is no complete JSON document at byte " + e.getLocation().getByteOffset() + " of " + text.length
                            + " (" + e.getOriginalMessage() + "); copy the file again",
                    e);
        }
        if (!root.isObject()) {
            throw new CaseFormatException(file, "must hold one JSON object with the fields of a case");
        }
        Fields fields = new Fields(file, "", root);
        Fields shape = fields.object("shape");
        return new CaseFile(
                fields.text("case"),
                fields.text("model"),
                shape.has("T") ? shape.count("T") : 1,
                shape.has("N") ? shape.count("N") : 1,
                shape.has("n") ? shape.count("n") : 1,
                fields);
    }

    Fields params() throws CaseFormatException {
        return fields.object("params");
    }

    boolean has(String key) {
        return fields.has(key);
    }

    /** An array [T][N][n]. */
    double[] sequence(String key) throws CaseFormatException {
        return fields.array(key, steps, samples, columns);
    }

    /** A constant: one value, or one a column. */
    double[] constant(String key) throws CaseFormatException {
        return params().numberOrArray(key, columns);
    }

    /** This case with another number of columns than its input has, for neurons behind weights. */
    CaseFile withColumns(int newColumns) {
        return new CaseFile(name, model, steps, samples, newColumns, fields);
    }

    SequenceShape shape() {
        return SequenceShape.of(steps, (long) samples * columns, columns, 1);
    }
}
