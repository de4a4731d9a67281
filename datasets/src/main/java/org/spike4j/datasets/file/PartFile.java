package org.spike4j.datasets.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file in the making, beside its target: moved there by {@link #publish}, deleted by {@link #close} otherwise. */
public final class PartFile implements Closeable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;

    private PartFile(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /**
     * Begins a file.
     *
     * @param target its place
     * @return an empty file
     * @throws IOException if it cannot be made
     */
    public static PartFile open(Path target) throws IOException {
        return new PartFile(target.toAbsolutePath(), AtomicFile.sibling(target, "part"));
    }

    /**
     * Where the content goes.
     *
     * @return closed by this file
     */
    public FileChannel channel() {
        return channel;
    }

    /**
     * Puts the file in its place; one that exists is replaced.
     *
     * @throws IOException if it cannot be moved; the target is then as it was
     */
    public void publish() throws IOException {
        channel.close();
        AtomicFile.publish(part, target);
    }

    /** Deletes the file, unless it was published. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
