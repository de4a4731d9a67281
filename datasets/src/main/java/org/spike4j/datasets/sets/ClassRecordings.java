package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.gesture.ListFileException;

/**
 * A folder with one event recording for each class, cut into windows: {@code mug.aedat} is class mug. Classes are in the
 * order of the file names; hidden files and folders are left out.
 */
public final class ClassRecordings {
    private ClassRecordings() {}

    /**
     * Opens a folder; reads each recording once for its times.
     *
     * @param folder the folder
     * @param cut windows, and what share of each recording validates and tests
     * @return the data set, named after the folder
     * @throws IOException if the folder has fewer than two recordings, or one is not an event file
     */
    public static EventDataSet open(Path folder, WindowCut cut) throws IOException {
        List<Path> files = files(folder);
        List<LabelledRecording> recordings = new ArrayList<>();
        List<String> classes = new ArrayList<>();
        for (Path file : files) {
            recordings.add(LabelledRecording.ofClass(file, classes.size()));
            classes.add(stem(file));
        }
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return RecordingWindows.open(name, recordings, classes, cut, ReadOptions.defaults());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new ListFileException(folder, "no such folder; give a folder with one recording for each class");
        }
        List<Path> files;
        try (Stream<Path> content = Files.list(folder)) {
            files = content.filter(
                            file -> Files.isRegularFile(file) && !name(file).startsWith("."))
                    .sorted()
                    .toList();
        }
        if (files.size() < 2) {
            throw new ListFileException(
                    folder,
                    "wanted one recording for each class, at least two, found " + files.size()
                            + "; name each file after its class");
        }
        for (int i = 1; i < files.size(); i++) {
            if (stem(files.get(i)).equals(stem(files.get(i - 1)))) {
                throw new ListFileException(
                        folder,
                        "has two recordings of class " + stem(files.get(i)) + ", " + name(files.get(i - 1)) + " and "
                                + name(files.get(i)) + "; keep one");
            }
        }
        return files;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String stem(Path file) {
        int point = name(file).lastIndexOf('.');
        return point > 0 ? name(file).substring(0, point) : name(file);
    }
}
