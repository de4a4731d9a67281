package org.spike4j.datasets.sets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.spike4j.datasets.file.AtomicFile;

/** Files of a cache, which other processes write and delete too. The time of a file tells when it was used last. */
final class CacheFolder {
    private static final String ENDING = ".events";

    /** Temporary files older than this belong to nobody any more. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    /** What is freed at once, as a share of the bound, so that the folder is not listed for each file. */
    private static final int SHARE_TO_FREE = 8;

    private final Path folder;
    private final long maxBytes;
    private final Clock clock;
    private long bytes;

    private record Entry(Path file, long bytes, FileTime used) {}

    private CacheFolder(Path folder, long maxBytes, Clock clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    static CacheFolder open(Path folder, long maxBytes) throws IOException {
        return open(folder, maxBytes, Clock.systemUTC());
    }

    static CacheFolder open(Path folder, long maxBytes, Clock clock) throws IOException {
        Files.createDirectories(folder);
        CacheFolder cache = new CacheFolder(folder, maxBytes, clock);
        cache.removeAbandoned();
        cache.free(0);
        return cache;
    }

    /** Throws NoSuchFileException if there is no such file. */
    byte[] read(String name) throws IOException {
        Path file = folder.resolve(name + ENDING);
        byte[] content = Files.readAllBytes(file);
        touch(file);
        return content;
    }

    /** Keeps a file; one that is larger than the whole cache is not kept. */
    synchronized void write(String name, byte[] content) throws IOException {
        if (content.length > maxBytes) {
            return;
        }
        if (bytes + content.length > maxBytes) {
            free(content.length);
        }
        Path file = folder.resolve(name + ENDING);
        AtomicFile.write(file, content);
        touch(file);
        bytes += content.length;
    }

    private void touch(Path file) throws IOException {
        try {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } catch (NoSuchFileException e) {
            return; // another process needed the room
        }
    }

    /** Counts what is there and, if it is too much, deletes what was not used for longest. */
    private void free(long more) throws IOException {
        List<Entry> entries = entries();
        bytes = entries.stream().mapToLong(Entry::bytes).sum();
        if (bytes + more <= maxBytes) {
            return;
        }
        entries.sort(Comparator.comparing(Entry::used));
        for (Entry entry : entries) {
            if (bytes + more > maxBytes - maxBytes / SHARE_TO_FREE && bytes > 0) {
                Files.deleteIfExists(entry.file());
                bytes -= entry.bytes();
            }
        }
    }

    private List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(ENDING)) {
            try {
                entries.add(new Entry(file, Files.size(file), Files.getLastModifiedTime(file)));
            } catch (NoSuchFileException e) {
                continue; // another process was faster
            }
        }
        return entries;
    }

    private void removeAbandoned() throws IOException {
        FileTime old = FileTime.from(clock.instant().minus(PATIENCE));
        for (Path file : files(".part")) {
            try {
                if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                    Files.deleteIfExists(file);
                }
            } catch (NoSuchFileException e) {
                continue; // its writer has finished
            }
        }
    }

    private List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .toList();
        }
    }
}
