package org.spike4j.datasets.download;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What has arrived of a file, beside its final place: {@code name.part}, and {@code name.part.from} with the address it
 * comes from and the mark by which the server knows that version. Locked, so that two downloads do not mix.
 */
final class PartialFile implements Closeable {
    private final Path target;
    private final Path part;
    private final Path origin;
    private final FileChannel channel;
    private final FileLock lock;
    private long length;

    private PartialFile(Path target, Path part, FileChannel channel, FileLock lock, long length) {
        this.target = target;
        this.part = part;
        this.origin = part.resolveSibling(part.getFileName() + ".from");
        this.channel = channel;
        this.lock = lock;
        this.length = length;
    }

    /** Opens what is there of a file, or nothing. */
    static PartialFile open(Path target) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.position(channel.size());
                return new PartialFile(target, part, channel, lock, channel.size());
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this process has it: as good as another process
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw DownloadException.ofPlace(part + ": another download writes this file; wait for it to end");
    }

    /** The file that holds what has arrived. */
    Path path() {
        return part;
    }

    long length() {
        return length;
    }

    /** Where this part comes from, if that is known. */
    Optional<Origin> origin() throws IOException {
        if (!Files.isRegularFile(origin)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(origin);
        return lines.size() == 2 ? Optional.of(new Origin(lines.get(0), lines.get(1))) : Optional.empty();
    }

    /**
     * An address and the version of the file there.
     *
     * @param address of the mirror
     * @param mark entity tag or date of the version; empty if the server gives none
     */
    record Origin(String address, String mark) {
        boolean isOf(URI mirror) {
            return address.equals(mirror.toString());
        }
    }

    /** Drops what has arrived and starts with a version of a mirror. */
    void restart(URI mirror, String mark) throws IOException {
        clear();
        Files.writeString(origin, mirror + "\n" + mark + "\n");
    }

    /** Drops what has arrived. */
    void clear() throws IOException {
        Files.deleteIfExists(origin);
        channel.truncate(0);
        channel.position(0);
        length = 0;
    }

    void append(byte[] bytes, int count) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
        while (left.hasRemaining()) {
            length += channel.write(left);
        }
    }

    /** Moves the whole file to its place, once it is safe on the disk. */
    void publish() throws IOException {
        channel.force(true);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(origin);
    }

    /** Leaves what has arrived for the next time, unless it is nothing. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (length == 0 && Files.isRegularFile(part)) {
                Files.deleteIfExists(origin);
                Files.delete(part);
            }
            if (lock.isValid()) { // an interrupted thread has closed the channel, and with it the lock
                lock.release();
            }
        }
    }
}
