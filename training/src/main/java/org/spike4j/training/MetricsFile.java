package org.spike4j.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.training.model.AtomicFile;
import org.spike4j.training.model.EpochRecord;
import org.spike4j.training.model.ModelJson;

/**
 * The file {@code metrics.jsonl}: one JSON object a line and an epoch. It is written whole after each epoch, so that it
 * always agrees with the checkpoint.
 */
final class MetricsFile {
    private MetricsFile() {}

    static void write(Path file, List<EpochRecord> history) throws IOException {
        ObjectMapper mapper = ModelJson.mapper();
        StringBuilder lines = new StringBuilder();
        for (EpochRecord epoch : history) {
            lines.append(mapper.writeValueAsString(epoch)).append('\n');
        }
        AtomicFile.write(file, out -> out.write(lines.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
