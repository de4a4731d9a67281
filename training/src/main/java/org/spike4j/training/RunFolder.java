package org.spike4j.training;

import java.nio.file.Path;

/**
 * Names of the files of a training.
 *
 * @param path the folder; made when the first file is written
 */
public record RunFolder(Path path) {

    /**
     * The network of the best epoch.
     *
     * @return {@code model.zip}
     */
    public Path model() {
        return path.resolve("model.zip");
    }

    /**
     * The network as it is now, from which the training can be resumed.
     *
     * @return {@code checkpoint.zip}
     */
    public Path checkpoint() {
        return path.resolve("checkpoint.zip");
    }

    /**
     * One JSON object a line and an epoch.
     *
     * @return {@code metrics.jsonl}
     */
    public Path metrics() {
        return path.resolve("metrics.jsonl");
    }
}
