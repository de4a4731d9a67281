package org.spike4j.examples.conform;

import java.io.IOException;
import java.nio.file.Path;

/** A case file that cannot be read as one. */
public final class CaseFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    CaseFormatException(Path file, String reason) {
        super(file + ": " + reason);
    }

    CaseFormatException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
