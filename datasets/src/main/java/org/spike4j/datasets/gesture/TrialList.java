package org.spike4j.datasets.gesture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A list of recordings, {@code trials_to_train.txt} or {@code trials_to_test.txt}: one file name a line. */
public final class TrialList {
    /** Name of the list of training recordings. */
    public static final String TRAIN = "trials_to_train.txt";

    /** Name of the list of test recordings. */
    public static final String TEST = "trials_to_test.txt";

    private TrialList() {}

    /**
     * Reads a list and finds its recordings, which lie beside it. Empty lines are skipped.
     *
     * @param list the list file
     * @return paths of the recordings in the order of the list
     * @throws ListFileException if a line is no plain file name, or names a file that is not there
     * @throws IOException if the list cannot be read
     */
    public static List<Path> read(Path list) throws IOException {
        List<String> lines = TextLines.read(list);
        List<Path> recordings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String name = lines.get(i);
            if (!name.isEmpty()) {
                recordings.add(recording(list, i + 1, name));
            }
        }
        return recordings;
    }

    /**
     * Writes a list.
     *
     * @param list where to
     * @param names file names of the recordings
     * @throws IOException if it cannot be written
     */
    public static void write(Path list, List<String> names) throws IOException {
        Files.writeString(list, String.join("\n", names) + "\n");
    }

    private static Path recording(Path list, int line, String name) throws ListFileException {
        if (!name.matches("[\\w.\\- ]+")) {
            throw new ListFileException(list, line, "must be a plain file name, was \"" + name + "\"");
        }
        Path recording = list.resolveSibling(name);
        if (!Files.isRegularFile(recording)) {
            throw new ListFileException(
                    list, line, "names the recording \"" + name + "\", but there is no file " + recording);
        }
        return recording;
    }
}
