package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.gesture.TextLines;

/** Finds the files of N-MNIST and their labels, in either layout. */
final class DigitFiles {
    private static final List<String> ENDINGS = List.of(".bs2", ".bin");

    private DigitFiles() {}

    /** Whether a folder has the official layout. */
    static boolean isOfficial(Path folder) {
        return Files.isDirectory(folder.resolve("Train")) && Files.isDirectory(folder.resolve("Test"));
    }

    /** All files of {@code part/0} to {@code part/9}, in the order of their labels, then of their names. */
    static List<LabelledFile> ofFolders(Path part) throws IOException {
        List<LabelledFile> files = new ArrayList<>();
        for (int digit = 0; digit < Digits.COUNT; digit++) {
            Path folder = part.resolve(Integer.toString(digit));
            if (!Files.isDirectory(folder)) {
                throw new ListFileException(folder, "no such folder; N-MNIST has one for each digit");
            }
            int label = digit;
            try (Stream<Path> content = Files.list(folder)) {
                content.filter(DigitFiles::isRecording)
                        .sorted()
                        .forEach(file -> files.add(new LabelledFile(file, label)));
            }
        }
        return files;
    }

    /**
     * The files of a list: after lines that start with # come lines of a number and a label, and number n means the
     * file {@code n.bs2} or {@code n.bin} beside the list.
     */
    static List<LabelledFile> ofList(Path list) throws IOException {
        List<String> lines = TextLines.read(list);
        List<LabelledFile> files = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                files.add(row(list, i + 1, lines.get(i)));
            }
        }
        return files;
    }

    /** The one list of a folder whose name starts with a word. */
    static Path list(Path folder, String start) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ListFileException(folder, "no such folder; give the folder of an N-MNIST data set");
        }
        List<Path> lists;
        try (Stream<Path> content = Files.list(folder)) {
            lists = content.filter(file -> isList(file, start)).sorted().toList();
        }
        if (lists.size() != 1) {
            throw new ListFileException(
                    folder,
                    "wanted folders Train and Test, or one list named " + start + "*.txt, found "
                            + (lists.isEmpty() ? "none of them" : lists.size() + " such lists"));
        }
        return lists.get(0);
    }

    private static boolean isList(Path file, String start) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(start) && name.endsWith(".txt");
    }

    private static boolean isRecording(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    private static LabelledFile row(Path list, int line, String text) throws ListFileException {
        String[] cells = text.split("\\s+", -1);
        if (cells.length != 2 || !cells[0].matches("\\d{1,9}") || !cells[1].matches("\\d")) {
            throw new ListFileException(
                    list, line, "must hold the number of a sample and a digit, was \"" + text + "\"");
        }
        for (String ending : ENDINGS) {
            Path file = list.resolveSibling(cells[0] + ending);
            if (Files.isRegularFile(file)) {
                return new LabelledFile(file, Integer.parseInt(cells[1]));
            }
        }
        throw new ListFileException(
                list,
                line,
                "names sample " + cells[0] + ", but there is no file " + list.resolveSibling(cells[0] + ".bs2"));
    }
}
