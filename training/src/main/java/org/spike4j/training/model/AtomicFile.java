package org.spike4j.training.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file as a whole or not at all: into a temporary file beside it, to the disk, then by a move. A full disk or
 * a crash leaves what was there.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What to write. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything.
         *
         * @param out buffered; left open
         * @throws IOException if writing fails
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; one that exists is replaced, folders that do not are made.
     *
     * @param target the file
     * @param content writes its bytes
     * @throws IOException if writing fails; the target is then as it was
     */
    public static void write(Path target, Content content) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".part");
        try {
            Files.createDirectories(absolute.getParent());
            writePart(temporary, content);
            move(temporary, absolute);
        } catch (IOException e) {
            throw failure(target, e);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writePart(Path temporary, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static IOException failure(Path target, IOException cause) {
        String left = Files.exists(target) ? "the file that was there is unchanged" : "no file was written";
        return new IOException("could not write " + target + ": " + cause.getMessage() + "; " + left, cause);
    }
}
