package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.spike4j.datasets.gesture.ListFileException;

/** The commonest layout: a folder for each class, full of recordings. */
final class ClassFolders {
    private ClassFolders() {}

    /**
     * The first of some folders that is there.
     *
     * @param folder what the user gave
     * @param layout what was wanted, for the message
     * @param inner names of folders in it, the likeliest first; empty for the folder itself
     */
    static Path root(Path folder, String layout, String... inner) throws ListFileException {
        for (String name : inner) {
            Path candidate = name.isEmpty() ? folder : folder.resolve(name);
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        throw new ListFileException(
                folder,
                (Files.isDirectory(folder) ? "found none of its folders" : "no such folder") + "; wanted " + layout);
    }

    /**
     * All recordings of the class folders, in the order of their labels, then of their names.
     *
     * @param root folder of the class folders
     * @param names of the folders; place i belongs to label i
     * @param layout what was wanted, for the message
     * @param endings of recordings, lower case, with the point
     */
    static List<LabelledFile> list(Path root, List<String> names, String layout, List<String> endings)
            throws IOException {
        List<LabelledFile> files = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            Path folder = root.resolve(names.get(label));
            if (!Files.isDirectory(folder)) {
                throw new ListFileException(folder, "no such folder; wanted " + layout);
            }
            addAll(folder, label, endings, files);
        }
        if (files.isEmpty()) {
            throw new ListFileException(
                    root, "found no file that ends in " + String.join(" or ", endings) + "; wanted " + layout);
        }
        return files;
    }

    /**
     * Names of the folders in a folder, in order.
     *
     * @param root folder of the class folders
     * @param layout what was wanted, for the message
     */
    static List<String> names(Path root, String layout) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(root, Files::isDirectory)) {
            content.forEach(path -> names.add(path.getFileName().toString()));
        }
        if (names.isEmpty()) {
            throw new ListFileException(root, "found no folder of a class; wanted " + layout);
        }
        names.sort(null);
        return names;
    }

    private static void addAll(Path folder, int label, List<String> endings, List<LabelledFile> files)
            throws IOException {
        try (Stream<Path> content = Files.list(folder)) {
            content.filter(file -> ends(file, endings))
                    .sorted()
                    .forEach(file -> files.add(new LabelledFile(file, label)));
        }
    }

    /** Files that begin with a point are notes of file systems. */
    private static boolean ends(Path file, List<String> endings) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && endings.stream().anyMatch(name::endsWith);
    }
}
