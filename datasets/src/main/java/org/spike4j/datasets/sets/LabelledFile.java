package org.spike4j.datasets.sets;

import java.nio.file.Path;

/**
 * A recording and its class.
 *
 * @param file the recording
 * @param label number of its class, from 0
 * @param group who or what it comes from
 */
record LabelledFile(Path file, int label, String group) {

    /** A recording that is related to no other one. */
    LabelledFile(Path file, int label) {
        this(file, label, file.getFileName().toString());
    }

    String name() {
        return file.getFileName().toString();
    }
}
