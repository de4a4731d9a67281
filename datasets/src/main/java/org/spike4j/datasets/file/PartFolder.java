package org.spike4j.datasets.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder in the making, beside its target: moved there by {@link #publish}, deleted by {@link #close} otherwise. What a
 * process that died left behind is removed by the next one that makes the same target.
 */
public final class PartFolder implements Closeable {
    private static final String ENDING = ".part";

    private final Path target;
    private final Path part;

    private PartFolder(Path target, Path part) {
        this.target = target;
        this.part = part;
    }

    /**
     * Begins a folder; folders above it are made if they are not there.
     *
     * @param target its place
     * @return an empty folder, whose name has those of the target, the process and the thread
     * @throws IOException if it cannot be made
     */
    public static PartFolder beside(Path target) throws IOException {
        Path place = target.toAbsolutePath().normalize();
        Files.createDirectories(place.getParent());
        removeAbandoned(place);
        Path part = place.resolveSibling(prefix(place) + ProcessHandle.current().pid() + "-"
                + Thread.currentThread().getId() + ENDING);
        delete(part);
        return new PartFolder(place, Files.createDirectory(part));
    }

    /**
     * Checks that a folder can be made without replacing anything.
     *
     * @param target its place
     * @throws IllegalArgumentException if there is something other than an empty folder
     * @throws IOException if it cannot be read
     */
    public static void requireFree(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> content = Files.newDirectoryStream(target)) {
                if (!content.iterator().hasNext()) {
                    return;
                }
            }
        }
        throw new IllegalArgumentException(
                target + ": a folder that is absent or empty was wanted; choose another one or empty it");
    }

    /**
     * Where the content goes.
     *
     * @return the folder in the making
     */
    public Path path() {
        return part;
    }

    /**
     * Puts the folder in its place; what is there is deleted.
     *
     * @throws IOException if something cannot be deleted or moved
     */
    public void publish() throws IOException {
        delete(target);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target);
        }
    }

    /** Deletes the folder, unless it was published. */
    @Override
    public void close() throws IOException {
        delete(part);
    }

    private static void delete(Path folder) throws IOException {
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
        Pattern names = Pattern.compile(Pattern.quote(prefix(target)) + "(\\d{1,18})-\\d+" + Pattern.quote(ENDING));
        try (DirectoryStream<Path> neighbours = Files.newDirectoryStream(target.getParent())) {
            for (Path neighbour : neighbours) {
                Matcher name = names.matcher(neighbour.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    delete(neighbour);
                }
            }
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }
}
