package org.spike4j.datasets.catalog;

import java.util.Objects;
import org.spike4j.datasets.download.RemoteFile;

/**
 * A file to download, and what becomes of it.
 *
 * @param file the file
 * @param unpack whether it is an archive to unpack; otherwise it is kept as it is
 * @param inner where in the folder of the data set, empty for the folder itself
 */
public record SetDownload(RemoteFile file, boolean unpack, String inner) {

    /** Checks the values. */
    public SetDownload {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(inner, "inner");
    }

    /**
     * An archive, unpacked into the folder of the data set.
     *
     * @param archive zip, tar or tar.gz
     * @return what to do with it
     */
    public static SetDownload unpacked(RemoteFile archive) {
        return new SetDownload(archive, true, "");
    }

    /**
     * A file that is kept as it is.
     *
     * @param file any file
     * @return what to do with it
     */
    public static SetDownload kept(RemoteFile file) {
        return new SetDownload(file, false, "");
    }
}
