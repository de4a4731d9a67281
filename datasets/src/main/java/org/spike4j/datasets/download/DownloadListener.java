package org.spike4j.datasets.download;

import java.util.OptionalLong;

/** Hears how a download goes, on the thread that downloads. */
@FunctionalInterface
public interface DownloadListener {
    /** Hears nothing. */
    DownloadListener SILENT = (file, bytes, total) -> {};

    /**
     * More bytes are on disk; called for every piece of some kilobytes.
     *
     * @param file what is downloaded
     * @param bytes on disk now
     * @param total bytes of the whole file, if known
     */
    void progress(RemoteFile file, long bytes, OptionalLong total);

    /**
     * A mirror failed; another attempt or the next mirror follows, if there is one.
     *
     * @param file what is downloaded
     * @param failure what went wrong, one sentence
     */
    default void failed(RemoteFile file, String failure) {}
}
