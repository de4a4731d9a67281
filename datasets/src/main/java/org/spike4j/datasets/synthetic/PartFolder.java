package org.spike4j.datasets.synthetic;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The folder that made-up data are written to before they are all there: a neighbour of the final one, named after it
 * and after the process. What a process that died left behind is removed by the next one.
 */
public final class PartFolder {
    private static final String ENDING = ".part";

    private PartFolder() {}

    /**
     * An empty folder beside the target.
     *
     * @param target the final folder; its parent must exist
     * @return a new folder
     * @throws IOException if it cannot be made
     */
    public static Path create(Path target) throws IOException {
        removeAbandoned(target);
        Path part =
                target.resolveSibling(prefix(target) + ProcessHandle.current().pid() + ENDING);
        delete(part);
        return Files.createDirectories(part);
    }

    /**
     * Puts the finished part in the place of the target.
     *
     * @param part a finished folder
     * @param target the final folder; replaced if it is there
     * @throws IOException if it cannot be moved
     */
    public static void moveTo(Path part, Path target) throws IOException {
        delete(target);
        Files.move(part, target);
    }

    /**
     * Removes a folder and all in it; nothing happens if it is not there.
     *
     * @param folder the folder
     * @throws IOException if something in it cannot be deleted
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void removeAbandoned(Path target) throws IOException {
        String prefix = prefix(target);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(target.getParent(), prefix + "*" + ENDING)) {
            for (Path part : parts) {
                String name = part.getFileName().toString();
                String process = name.substring(prefix.length(), name.length() - ENDING.length());
                if (process.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    delete(part);
                }
            }
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }
}
