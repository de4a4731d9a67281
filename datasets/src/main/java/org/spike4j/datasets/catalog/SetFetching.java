package org.spike4j.datasets.catalog;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.spike4j.datasets.archive.ArchiveLimits;
import org.spike4j.datasets.archive.FolderInMaking;
import org.spike4j.datasets.download.DownloadListener;
import org.spike4j.datasets.download.DownloadSettings;
import org.spike4j.datasets.download.Downloader;

/**
 * Downloads and unpacks a whole data set. Its folder appears complete or not at all; what is downloaded lies in a folder
 * beside it, {@code NAME.downloads}, until then, so that an interrupted fetching goes on where it stopped.
 */
public final class SetFetching {
    private final Downloader downloader;
    private final ArchiveLimits limits;
    private final Consumer<String> remarks;

    /**
     * Fetches data sets.
     *
     * @param settings how patient downloads are
     * @param listener hears how they go
     * @param limits what an archive may unpack to
     * @param remarks is told what happens, a sentence at a time
     */
    public SetFetching(
            DownloadSettings settings, DownloadListener listener, ArchiveLimits limits, Consumer<String> remarks) {
        this.downloader = new Downloader(settings, listener);
        this.limits = limits;
        this.remarks = remarks;
    }

    /**
     * Fetches a data set.
     *
     * @param entry the data set
     * @param target its folder; must not exist, or be empty
     * @throws IllegalArgumentException if it can only be fetched by hand; the message says how
     * @throws IOException if a download or an archive fails; the target is then as it was
     */
    public void fetch(DataSetEntry entry, Path target) throws IOException {
        if (entry.downloads().isEmpty()) {
            throw new IllegalArgumentException(entry.title() + " must be fetched by hand: " + entry.instructions()
                    + " Then check it by data verify " + entry.name() + " DIR; it wants " + entry.layout() + ".");
        }
        Path kept = target.toAbsolutePath().resolveSibling(target.getFileName() + ".downloads");
        try (FolderInMaking making = FolderInMaking.at(target)) {
            for (SetDownload download : entry.downloads()) {
                remarks.accept("downloading " + download.file().name()
                        + download.file()
                                .checksum()
                                .map(sum -> ", checked by " + sum.kind().algorithm())
                                .orElse(", for which no checksum is published"));
                downloader.fetch(download.file(), kept);
            }
            for (SetDownload download : entry.downloads()) {
                Path file = kept.resolve(download.file().name());
                if (download.unpack()) {
                    remarks.accept("unpacking " + file.getFileName());
                    making.add(file, download.inner(), limits);
                } else {
                    making.copy(file, download.inner());
                }
            }
            making.publish();
        }
        discard(entry, kept);
    }

    /** Deletes the files that were unpacked, and the folder unless something else is in it. */
    private static void discard(DataSetEntry entry, Path kept) throws IOException {
        for (SetDownload download : entry.downloads()) {
            Files.deleteIfExists(kept.resolve(download.file().name()));
        }
        try {
            Files.deleteIfExists(kept);
        } catch (DirectoryNotEmptyException e) {
            // somebody keeps other files there
        }
    }
}
