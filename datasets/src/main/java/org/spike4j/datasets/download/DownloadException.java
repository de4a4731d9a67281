package org.spike4j.datasets.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file could not be downloaded; the message says what every mirror did, or what the disk did, and the way out. */
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1L;

    private DownloadException(String message) {
        super(message);
    }

    /** Every mirror failed. */
    static DownloadException ofMirrors(RemoteFile file, List<String> failures, Path target) {
        return new DownloadException(file.name() + " could not be downloaded: " + String.join("; ", failures)
                + "; try again later (what has arrived is kept and continued), or download it by hand to " + target);
    }

    /** The disk cannot take the file. */
    static DownloadException ofDisk(String what, IOException cause) {
        DownloadException failure = new DownloadException(what);
        failure.initCause(cause);
        return failure;
    }

    /** The folder or the caller is in the way. */
    static DownloadException ofPlace(String what) {
        return new DownloadException(what);
    }
}
