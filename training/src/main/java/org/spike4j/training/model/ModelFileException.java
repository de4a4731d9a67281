package org.spike4j.training.model;

import java.io.IOException;
import java.nio.file.Path;

/** Says in one sentence why a model file cannot be used, and what to do. */
public final class ModelFileException extends IOException {

    ModelFileException(Path file, String complaint) {
        super(file + " " + complaint);
    }

    ModelFileException(Path file, String complaint, Throwable cause) {
        super(file + " " + complaint, cause);
    }
}
