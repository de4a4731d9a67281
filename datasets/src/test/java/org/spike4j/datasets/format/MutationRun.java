package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Reads damaged copies of files: each must be read or refused with an EventFileException, without a hang, another exception or
 * a flood of memory.
 *
 * @param mutations damaged copies to read
 * @param allocationLimit bytes that one read may allocate
 */
record MutationRun(int mutations, long allocationLimit) {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(120);

    /** Reads a whole file. */
    interface Reading {
        void read(Path path) throws IOException;
    }

    /** Reads the events of damaged files. */
    int read(Path path, List<byte[]> contents, ReadOptions options) {
        return read(path, contents, file -> EventFile.read(file, options));
    }

    /** Damages the contents in turn and writes them to the path; returns how many were refused. */
    int read(Path path, List<byte[]> contents, Reading reading) {
        SplittableRandom random = new SplittableRandom(contents.get(0).length);
        AtomicReference<Mutation> current = new AtomicReference<>();
        return assertTimeoutPreemptively(
                TIME_LIMIT,
                () -> {
                    int refused = 0;
                    for (int i = 0; i < mutations; i++) {
                        Mutation mutation = Mutation.random(random, contents.get(i % contents.size()));
                        current.set(mutation);
                        overwrite(path, mutation.bytes());
                        refused += isRefused(path, reading, i, mutation) ? 1 : 0;
                    }
                    return refused;
                },
                () -> "time was up at " + current.get());
    }

    private boolean isRefused(Path path, Reading reading, int number, Mutation mutation) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            reading.read(path);
        } catch (EventFileException e) {
            assertThat(e.getMessage()).startsWith(path.toString()).doesNotContain("\n");
            refused = true;
        } catch (Throwable e) {
            throw new AssertionError("mutation " + number + " of " + path.getFileName() + ": " + mutation, e);
        }
        assertThat(thread.getCurrentThreadAllocatedBytes() - before)
                .as("bytes allocated for mutation %d, %s", number, mutation)
                .isLessThan(allocationLimit);
        return refused;
    }

    /** Writes in place: making the file anew for each mutation takes milliseconds on some file systems. */
    private static void overwrite(Path path, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.truncate(bytes.length);
        }
    }
}
