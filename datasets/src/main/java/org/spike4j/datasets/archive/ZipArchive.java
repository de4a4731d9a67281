package org.spike4j.datasets.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Zip, read by the JDK: to it a symbolic link is a small file that holds a path, and becomes one. */
final class ZipArchive {
    private ZipArchive() {}

    static void unpack(Path archive, Outlet outlet) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory()) {
                    outlet.folder(entry.getName());
                } else {
                    try (InputStream content = zip.getInputStream(entry)) {
                        outlet.file(entry.getName(), content);
                    }
                }
            }
        }
    }
}
