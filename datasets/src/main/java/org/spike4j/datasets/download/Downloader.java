package org.spike4j.datasets.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Downloads files. A file appears under its name only when it is whole and its checksum is right; until then it is
 * {@code name.part} beside it, which the next download goes on with.
 *
 * <p>Mirrors are tried in turn. One that breaks off is asked again as long as bytes arrive in between; one whose file has
 * the wrong checksum loses what it sent, and so does one that sends too much. Safe for use by several threads, one for
 * each file.
 */
public final class Downloader {
    private final DownloadSettings settings;
    private final DownloadListener listener;

    /**
     * A downloader.
     *
     * @param settings how patient it is
     * @param listener hears how it goes
     */
    public Downloader(DownloadSettings settings, DownloadListener listener) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.listener = Objects.requireNonNull(listener, "listener");
    }

    /**
     * Downloads a file, unless it is there already with the right length and checksum.
     *
     * @param file what to download
     * @param folder where to; created if missing
     * @return the file on disk
     * @throws DownloadException if no mirror has it, or the disk cannot take it
     * @throws InterruptedIOException if the thread is interrupted; what has arrived is kept
     * @throws IOException if the folder cannot be used
     */
    public Path fetch(RemoteFile file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(file.name());
        if (Files.isRegularFile(target) && isRight(file, target)) {
            return target;
        }
        try (PartialFile part = PartialFile.open(target)) {
            List<String> failures = new ArrayList<>();
            for (URI mirror : file.mirrors()) {
                if (bring(file, mirror, part, failures)) {
                    part.publish();
                    return target;
                }
            }
            throw DownloadException.ofMirrors(file, failures, target);
        }
    }

    /** Asks one mirror until the file is whole, or it fails too often; notes why. */
    private boolean bring(RemoteFile file, URI mirror, PartialFile part, List<String> failures) throws IOException {
        String failure = "";
        int left = settings.attempts();
        while (left > 0) {
            long before = part.length();
            try {
                new Transfer(file, mirror, part, settings, listener).run();
                if (hasRightChecksum(file, part)) {
                    return true;
                }
                failure = wrongChecksum(file, part);
                part.clear();
                // A part that was begun elsewhere may be what is wrong: then one more try, from the first byte.
                left = before > 0 ? Math.min(left - 1, 1) : 0;
            } catch (MirrorException e) {
                failure = e.getMessage();
                boolean arrived = part.length() > before;
                left = !e.isWorthAnotherTry() ? 0 : arrived ? settings.attempts() : left - 1;
            }
            listener.failed(file, mirror + " " + failure);
            if (left > 0) {
                pause();
            }
        }
        failures.add(mirror + " " + failure);
        return false;
    }

    private void pause() throws InterruptedIOException {
        try {
            Thread.sleep(settings.pause().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException("the download was interrupted");
            stopped.initCause(e);
            throw stopped;
        }
    }

    private static boolean isRight(RemoteFile file, Path target) throws IOException {
        if (file.bytes().isPresent() && Files.size(target) != file.bytes().getAsLong()) {
            return false;
        }
        return file.checksum().isEmpty()
                || Checksum.of(file.checksum().get().kind(), target)
                        .equals(file.checksum().get());
    }

    private static boolean hasRightChecksum(RemoteFile file, PartialFile part) throws IOException {
        return file.checksum().isEmpty()
                || Checksum.of(file.checksum().get().kind(), part.path())
                        .equals(file.checksum().get());
    }

    private static String wrongChecksum(RemoteFile file, PartialFile part) throws IOException {
        Checksum wanted = file.checksum().orElseThrow();
        return "has a file of the wrong checksum, wanted " + wanted + ", found "
                + Checksum.of(wanted.kind(), part.path()).hex();
    }
}
