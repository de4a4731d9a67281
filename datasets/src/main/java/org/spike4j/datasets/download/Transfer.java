package org.spike4j.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One attempt to bring a file from one mirror, going on where the part ends if the mirror can.
 *
 * <p>A part is continued by a Range request if it is of the same version (If-Range with the mark of its origin), or if the
 * checksum will tell. A server that answers with the whole file instead starts the part anew.
 */
final class Transfer {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final RemoteFile file;
    private final URI mirror;
    private final PartialFile part;
    private final DownloadSettings settings;
    private final DownloadListener listener;

    Transfer(RemoteFile file, URI mirror, PartialFile part, DownloadSettings settings, DownloadListener listener) {
        this.file = file;
        this.mirror = mirror;
        this.part = part;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Brings what is missing.
     *
     * @throws MirrorException if the mirror fails; what has arrived stays in the part unless it is wrong
     * @throws DownloadException if the disk fails
     * @throws InterruptedIOException if the thread is interrupted
     */
    void run() throws IOException {
        Map<String, String> headers = range();
        try (ServerAnswer answer = ServerAnswer.to(mirror, headers, settings)) {
            receive(answer);
        } catch (MirrorException | DownloadException e) {
            throw e;
        } catch (SocketTimeoutException e) {
            throw caused(MirrorException.passing("sent nothing for " + seconds(e, settings) + " s"), e);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw caused(MirrorException.passing("failed (" + describe(e) + ")"), e);
        }
    }

    private Map<String, String> range() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        if (part.length() == 0) {
            return headers;
        }
        Optional<PartialFile.Origin> origin = part.origin();
        boolean same = origin.isPresent() && origin.get().isOf(mirror);
        boolean marked = same && !origin.get().mark().isEmpty();
        if (marked || file.checksum().isPresent()) {
            headers.put("Range", "bytes=" + part.length() + "-");
        }
        if (marked) {
            headers.put("If-Range", origin.get().mark());
        }
        return headers;
    }

    private void receive(ServerAnswer answer) throws IOException {
        switch (answer.status()) {
            case HttpURLConnection.HTTP_OK -> restart(answer);
            case HttpURLConnection.HTTP_PARTIAL -> requireNextByte(answer);
            case RANGE_NOT_SATISFIABLE -> {
                if (answer.total().orElse(-1) == part.length()) {
                    return;
                }
                part.clear();
                throw MirrorException.passing("has a file of another length than the one that was begun");
            }
            default -> throw refused(answer.status());
        }
        OptionalLong total = total(answer);
        if (total.isPresent()) {
            requireRoom(total.getAsLong() - part.length());
        }
        copy(answer.body(), total);
        if (total.isPresent() && part.length() < total.getAsLong()) {
            throw MirrorException.passing("broke off after " + part.length() + " of " + total.getAsLong() + " bytes");
        }
    }

    private void restart(ServerAnswer answer) throws IOException {
        if (answer.contentType().equals("text/html") && !file.name().endsWith(".html")) {
            throw MirrorException.lasting("answered with a web page in place of the file");
        }
        try {
            part.restart(mirror, answer.mark());
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private void requireNextByte(ServerAnswer answer) throws IOException {
        if (answer.firstByte() != part.length()) {
            long wanted = part.length();
            part.clear();
            throw MirrorException.passing("went on at byte " + answer.firstByte() + " in place of " + wanted);
        }
    }

    /** The length of the whole file: the known one, which the server must agree to, or the one that the server tells. */
    private OptionalLong total(ServerAnswer answer) throws IOException {
        OptionalLong told = answer.total();
        if (file.bytes().isPresent()
                && told.isPresent()
                && told.getAsLong() != file.bytes().getAsLong()) {
            part.clear();
            throw MirrorException.lasting("has a file of " + told.getAsLong() + " bytes, wanted "
                    + file.bytes().getAsLong());
        }
        OptionalLong total = file.bytes().isPresent() ? file.bytes() : told;
        if (total.isEmpty() && file.checksum().isEmpty()) {
            part.clear();
            throw MirrorException.lasting(
                    "does not tell the length of the file, and no checksum is known to check it by");
        }
        return total;
    }

    private void requireRoom(long wanted) throws IOException {
        long free = Files.getFileStore(part.path()).getUsableSpace();
        if (wanted > free) {
            throw DownloadException.ofPlace(part.path() + ": " + wanted + " more bytes are needed, the disk has " + free
                    + " left; make room or choose another folder");
        }
    }

    private void copy(InputStream body, OptionalLong total) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (body) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                if (total.isPresent() && part.length() + read > total.getAsLong()) {
                    part.clear();
                    throw MirrorException.lasting("sent more than the " + total.getAsLong() + " bytes of the file");
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("the download was interrupted");
                }
                append(buffer, read);
                listener.progress(file, part.length(), total);
            }
        }
    }

    private void append(byte[] buffer, int count) throws IOException {
        try {
            part.append(buffer, count);
        } catch (ClosedByInterruptException e) {
            InterruptedIOException stopped = new InterruptedIOException("the download was interrupted");
            stopped.initCause(e);
            throw stopped;
        } catch (IOException e) {
            throw disk(e);
        }
    }

    private DownloadException disk(IOException e) {
        return DownloadException.ofDisk(
                part.path() + ": cannot be written (" + describe(e)
                        + "); make room on the disk and start again, what has arrived is kept and continued",
                e);
    }

    private static MirrorException refused(int status) {
        boolean passing = status >= HttpURLConnection.HTTP_INTERNAL_ERROR;
        String what = "answered " + status;
        return passing ? MirrorException.passing(what) : MirrorException.lasting(what);
    }

    private static String seconds(SocketTimeoutException e, DownloadSettings settings) {
        boolean connecting =
                String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
        long millis = (connecting ? settings.connecting() : settings.stall()).toMillis();
        return millis % 1000 == 0 ? Long.toString(millis / 1000) : Double.toString(millis / 1000.0);
    }

    private static String describe(IOException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static MirrorException caused(MirrorException failure, IOException cause) {
        failure.initCause(cause);
        return failure;
    }
}
