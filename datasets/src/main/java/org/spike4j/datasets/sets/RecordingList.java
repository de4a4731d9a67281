package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.gesture.TextLines;

/** A text file that names a recording a line, with a class. */
final class RecordingList {
    private static final int MOST_CLASSES = 100_000;

    private RecordingList() {}

    /** What a line says. */
    @FunctionalInterface
    interface Line {
        /**
         * The recording of a line.
         *
         * @param words of the line, at least one
         * @return file and class; null if the words are not those of this list
         */
        LabelledFile of(List<String> words);
    }

    /**
     * Reads a list; empty lines are skipped.
     *
     * @param list the file
     * @param wanted what a line holds, for the message
     * @param line what a line says
     */
    static List<LabelledFile> read(Path list, String wanted, Line line) throws IOException {
        List<String> lines = TextLines.read(list);
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isEmpty()) {
                continue;
            }
            List<String> words = List.of(lines.get(i).split("\\s+"));
            boolean plain = words.get(0).matches("[\\w.-]+(/[\\w.-]+)*")
                    && !words.get(0).contains("..");
            LabelledFile file = plain ? line.of(words) : null;
            if (file == null) {
                throw new ListFileException(list, i + 1, "must hold " + wanted + ", was \"" + lines.get(i) + "\"");
            }
            if (!Files.isRegularFile(file.file())) {
                throw new ListFileException(
                        list, i + 1, "names " + words.get(0) + ", but there is no file " + file.file());
            }
            files.add(file);
        }
        return files;
    }

    /** A whole number of a class; -1 if the text is none. */
    static int label(String text) {
        int label = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        return label < MOST_CLASSES ? label : -1;
    }
}
