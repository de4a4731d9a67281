package org.spike4j.datasets.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file as a whole or not at all: into a temporary file beside it, then by a move. A reader never sees half a
 * recording, and a failed write leaves what was there.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** What to write. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything.
         *
         * @param channel at its start; left open
         * @throws IOException if writing fails
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /**
     * Writes a file; one that exists is replaced.
     *
     * @param target the file
     * @param content writes its bytes
     * @throws IOException if writing fails; the target is then as it was
     */
    public static void write(Path target, Content content) throws IOException {
        try (PartFile part = PartFile.open(target)) {
            content.writeTo(part.channel());
            part.publish();
        }
    }

    /**
     * Writes a file; one that exists is replaced.
     *
     * @param target the file
     * @param bytes its content; not modified
     * @throws IOException if writing fails; the target is then as it was
     */
    public static void write(Path target, byte[] bytes) throws IOException {
        write(target, channel -> {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        });
    }

    /**
     * A temporary file beside another one; it names the process and the thread, so that two writers of one target do not
     * share it.
     *
     * @param target the file that is being written
     * @param ending of the name
     * @return a hidden file that may exist already
     */
    public static Path sibling(Path target, String ending) {
        long process = ProcessHandle.current().pid();
        long thread = Thread.currentThread().getId();
        return target.toAbsolutePath()
                .resolveSibling("." + target.getFileName() + "." + process + "-" + thread + "." + ending);
    }

    /**
     * Puts a complete file in the place of another one; one that exists is replaced.
     *
     * @param part the complete file, in the folder of the target
     * @param target where it belongs
     * @throws IOException if moving fails; the target is then as it was
     */
    public static void publish(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
