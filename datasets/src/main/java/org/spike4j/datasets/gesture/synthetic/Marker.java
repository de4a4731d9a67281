package org.spike4j.datasets.gesture.synthetic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file by which a folder of made-up recordings is known: what made it and how. It is written last, so a folder that
 * has it was finished.
 */
final class Marker {
    /** To be raised whenever equal settings would give other bytes. */
    private static final int VERSION = 1;

    private static final String NAME = "spike4j-synthetic-gestures.txt";
    private static final String TITLE = "Synthetic gestures, made by Spike4J. Can be deleted; will be made again.\n";

    private Marker() {}

    static void write(Path folder, SyntheticGestureSettings settings) throws IOException {
        Files.writeString(folder.resolve(NAME), text(settings));
    }

    /** Whether these very recordings are there. */
    static boolean matches(Path folder, SyntheticGestureSettings settings) throws IOException {
        return isThere(folder) && Files.readString(folder.resolve(NAME)).equals(text(settings));
    }

    /** Whether a folder was made here, so that it may be replaced. */
    static boolean isThere(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    private static String text(SyntheticGestureSettings settings) {
        return TITLE + "version " + VERSION + "\n" + settings + "\n";
    }
}
