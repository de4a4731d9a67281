package org.spike4j.datasets.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file in the making, beside its target: moved there by {@link #publish}, deleted by {@link #close} otherwise. */
final class PartFile implements Closeable {
    private final Path target;
    private final Path part;
    private final FileChannel channel;

    private PartFile(Path target, Path part) throws IOException {
        this.target = target;
        this.part = part;
        this.channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    static PartFile open(Path target) throws IOException {
        return new PartFile(target.toAbsolutePath(), AtomicFile.sibling(target, "part"));
    }

    /** Where the content goes; closed by this file. */
    FileChannel channel() {
        return channel;
    }

    /** Replaces the target by what was written. */
    void publish() throws IOException {
        channel.close();
        AtomicFile.publish(part, target);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
