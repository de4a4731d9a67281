package org.spike4j.datasets.sets;

import java.nio.file.Path;

/**
 * A recording and its class.
 *
 * @param file the recording
 * @param label number of its class, from 0
 */
record LabelledFile(Path file, int label) {
    String name() {
        return file.getFileName().toString();
    }
}
