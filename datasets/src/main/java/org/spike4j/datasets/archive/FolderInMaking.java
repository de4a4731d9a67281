package org.spike4j.datasets.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.spike4j.datasets.file.PartFolder;

/**
 * A folder that is filled from archives beside its place, moved there by {@link #publish} and deleted by {@link #close}
 * otherwise: whoever looks sees all of it or nothing.
 */
public final class FolderInMaking implements Closeable {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final int HEAD_BYTES = 4;
    private static final int TAR_MARK_AT = 257;
    private static final String TAR_MARK = "ustar";

    private final Path target;
    private final PartFolder part;

    private FolderInMaking(Path target, PartFolder part) {
        this.target = target;
        this.part = part;
    }

    /**
     * Begins a folder.
     *
     * @param target its place; must not exist, or be an empty folder
     * @return the folder, empty
     * @throws IllegalArgumentException if there is something at its place
     * @throws IOException if no folder can be made beside it
     */
    public static FolderInMaking at(Path target) throws IOException {
        PartFolder.requireFree(target);
        return new FolderInMaking(target, PartFolder.beside(target));
    }

    /**
     * Unpacks one archive to its place.
     *
     * @param archive a zip, tar or tar.gz file
     * @param target the folder to make of it; must not exist, or be empty
     * @param limits what the archive may unpack to
     * @throws IllegalArgumentException if there is something at its place
     * @throws ArchiveException if the archive is damaged, breaks the limits, or would leave the folder
     * @throws IOException if a file cannot be read or written
     */
    public static void unpack(Path archive, Path target, ArchiveLimits limits) throws IOException {
        try (FolderInMaking making = at(target)) {
            making.add(archive, "", limits);
            making.publish();
        }
    }

    /**
     * Unpacks an archive into the folder. The kind is found by its first bytes.
     *
     * @param archive a zip, tar or tar.gz file
     * @param inner where inside of the folder, for example {@code train}; empty for the folder itself
     * @param limits what the archive may unpack to
     * @throws ArchiveException if the archive is damaged, breaks the limits, or would leave the folder
     * @throws IOException if a file cannot be read or written
     */
    public void add(Path archive, String inner, ArchiveLimits limits) throws IOException {
        Path root = Files.createDirectories(EntryNames.resolve(archive, part.path(), inner));
        Outlet outlet = new Outlet(archive, root, limits);
        try {
            byte[] head = head(archive);
            if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) {
                ZipArchive.unpack(archive, outlet);
            } else if (startsWith(head, GZIP)) {
                TarArchive.unpack(archive, true, outlet);
            } else if (isTar(head)) {
                TarArchive.unpack(archive, false, outlet);
            } else {
                throw new ArchiveException(archive, "a zip, tar or tar.gz archive was wanted, it starts otherwise");
            }
        } catch (ArchiveException | FileSystemException e) {
            throw e;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new ArchiveException(archive, "is damaged (" + why + "); download it again", e);
        }
    }

    /**
     * Copies a file into the folder.
     *
     * @param file not modified
     * @param inner where inside of the folder; empty for the folder itself
     * @throws IOException if it cannot be copied
     */
    public void copy(Path file, String inner) throws IOException {
        Path root = Files.createDirectories(EntryNames.resolve(file, part.path(), inner));
        Files.copy(file, root.resolve(file.getFileName()));
    }

    /**
     * Puts the folder in its place.
     *
     * @throws IllegalArgumentException if something came to be there in the meantime
     * @throws IOException if it cannot be moved
     */
    public void publish() throws IOException {
        PartFolder.requireFree(target);
        part.publish();
    }

    /** Deletes what was unpacked, unless it was published. */
    @Override
    public void close() throws IOException {
        part.close();
    }

    private static byte[] head(Path archive) throws IOException {
        try (InputStream in = Files.newInputStream(archive)) {
            return in.readNBytes(TAR_MARK_AT + TAR_MARK.length());
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= HEAD_BYTES && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean isTar(byte[] head) {
        for (int i = 0; i < TAR_MARK.length(); i++) {
            if (head.length <= TAR_MARK_AT + i || head[TAR_MARK_AT + i] != TAR_MARK.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
