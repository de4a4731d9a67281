package org.spike4j.datasets.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Tar, plain or in gzip, with the long names of GNU and POSIX. */
final class TarArchive {
    private static final int BUFFER_BYTES = 1 << 16;

    private TarArchive() {}

    static void unpack(Path archive, boolean gzip, Outlet outlet) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                InputStream plain = gzip ? new GZIPInputStream(file, BUFFER_BYTES) : file;
                TarArchiveInputStream tar = new TarArchiveInputStream(new BufferedInputStream(plain, BUFFER_BYTES))) {
            for (TarArchiveEntry entry = tar.getNextTarEntry(); entry != null; entry = tar.getNextTarEntry()) {
                unpack(entry, tar, outlet);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Outlet outlet) throws IOException {
        String name = entry.getName();
        if (entry.isSymbolicLink() || entry.isLink()) {
            throw outlet.refused(name, "a link to " + EntryNames.printable(entry.getLinkName()));
        }
        if (entry.isBlockDevice() || entry.isCharacterDevice() || entry.isFIFO() || entry.isSparse()) {
            throw outlet.refused(name, "a device, pipe or sparse file");
        }
        if (entry.isDirectory()) {
            outlet.folder(name);
        } else if (!entry.isGlobalPaxHeader()) {
            outlet.file(name, content);
        }
    }
}
