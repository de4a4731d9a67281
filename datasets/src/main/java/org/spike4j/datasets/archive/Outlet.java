package org.spike4j.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the entries of one archive go, within limits. Creates plain files and folders only. */
final class Outlet {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path archive;
    private final Path root;
    private final ArchiveLimits limits;
    private final double most;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long entries;
    private long bytes;

    Outlet(Path archive, Path root, ArchiveLimits limits) throws IOException {
        this.archive = archive;
        this.root = root;
        this.limits = limits;
        this.most = Math.max(ArchiveLimits.FREE_BYTES, Files.size(archive) * limits.maxRatio());
    }

    void folder(String name) throws IOException {
        count(name);
        createFolder(EntryNames.resolve(archive, root, name), name);
    }

    /** Writes a file; one that is there already is an error. */
    void file(String name, InputStream content) throws IOException {
        count(name);
        Path path = EntryNames.resolve(archive, root, name);
        if (path.equals(root)) {
            throw new ArchiveException(archive, "entry " + EntryNames.printable(name) + " is a file without a name");
        }
        createFolder(path.getParent(), name);
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                grow(read, name);
                write(out, read, name);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException(archive, "entry " + EntryNames.printable(name) + " comes twice", e);
        }
    }

    /** The error of an entry that is neither file nor folder. */
    ArchiveException refused(String name, String kind) {
        return new ArchiveException(
                archive,
                "entry " + EntryNames.printable(name) + " is " + kind
                        + ", only files and folders are unpacked; do not trust this archive, or unpack it by hand");
    }

    /** Tells a full disk from a damaged archive, whose exceptions have the same type. */
    private void write(OutputStream out, int count, String name) throws ArchiveException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new ArchiveException(
                    archive,
                    "entry " + EntryNames.printable(name) + " cannot be written (" + e.getMessage()
                            + "); make room on the disk",
                    e);
        }
    }

    private void createFolder(Path folder, String name) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (FileSystemException e) {
            throw new ArchiveException(
                    archive,
                    "entry " + EntryNames.printable(name) + " needs the folder " + folder + ", which cannot be made",
                    e);
        }
    }

    private void count(String name) throws ArchiveException {
        if (++entries > limits.maxEntries()) {
            throw new ArchiveException(
                    archive,
                    "has more than " + limits.maxEntries() + " entries, the next is " + EntryNames.printable(name));
        }
    }

    private void grow(int more, String name) throws ArchiveException {
        bytes += more;
        if (bytes > limits.maxBytes() || bytes > most) {
            String limit = bytes > limits.maxBytes()
                    ? limits.maxBytes() + " bytes"
                    : limits.maxRatio() + " times its own size, as only an archive made to fill a disk does";
            throw new ArchiveException(
                    archive, "unpacks to more than " + limit + "; stopped at entry " + EntryNames.printable(name));
        }
    }
}
