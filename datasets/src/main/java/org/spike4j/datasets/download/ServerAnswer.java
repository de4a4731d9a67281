package org.spike4j.datasets.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of a server, its redirections followed. Written on HttpURLConnection because that bounds the wait for every
 * single read, which is what a stalled server needs.
 */
final class ServerAnswer implements Closeable {
    private static final int MOST_REDIRECTIONS = 10;
    private static final int OLD_PERMANENT_REDIRECT = 308;
    private static final int TEMPORARY_REDIRECT = 307;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern UNSATISFIED = Pattern.compile("bytes \\*/(\\d{1,18})");

    private final HttpURLConnection connection;
    private final int status;

    private ServerAnswer(HttpURLConnection connection, int status) {
        this.connection = connection;
        this.status = status;
    }

    /**
     * Asks for a file.
     *
     * @param address of the file
     * @param headers of the request
     * @param settings how patient to be
     */
    static ServerAnswer to(URI address, Map<String, String> headers, DownloadSettings settings) throws IOException {
        URI at = address;
        for (int i = 0; i <= MOST_REDIRECTIONS; i++) {
            HttpURLConnection connection = (HttpURLConnection) at.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) settings.connecting().toMillis());
            connection.setReadTimeout((int) settings.stall().toMillis());
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept-Encoding", "identity");
            connection.setRequestProperty("User-Agent", "Spike4J");
            headers.forEach(connection::setRequestProperty);
            int status = connection.getResponseCode();
            if (!isRedirection(status)) {
                return new ServerAnswer(connection, status);
            }
            String next = connection.getHeaderField("Location");
            connection.disconnect();
            at = target(at, next);
        }
        throw MirrorException.lasting("redirects more than " + MOST_REDIRECTIONS + " times");
    }

    int status() {
        return status;
    }

    /** The media type without its parameters; empty if there is none. */
    String contentType() {
        String type = connection.getContentType();
        return type == null ? "" : type.split(";", 2)[0].strip();
    }

    /** The entity tag, if it is a strong one, or the date of the last change; empty if there is neither. */
    String mark() {
        String tag = connection.getHeaderField("ETag");
        if (tag != null && tag.startsWith("\"")) {
            return tag;
        }
        String date = connection.getHeaderField("Last-Modified");
        return date == null ? "" : date;
    }

    /** The length of the whole file, as far as the server tells. */
    OptionalLong total() {
        if (status == HttpURLConnection.HTTP_OK) {
            long length = connection.getContentLengthLong();
            return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
        }
        Matcher range = RANGE.matcher(contentRange());
        if (range.matches()) {
            return range.group(3).equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(range.group(3)));
        }
        Matcher unsatisfied = UNSATISFIED.matcher(contentRange());
        return unsatisfied.matches() ? OptionalLong.of(Long.parseLong(unsatisfied.group(1))) : OptionalLong.empty();
    }

    /** The place in the file from which a partial answer goes on; -1 if it does not say. */
    long firstByte() {
        Matcher range = RANGE.matcher(contentRange());
        return range.matches() ? Long.parseLong(range.group(1)) : -1;
    }

    InputStream body() throws IOException {
        return connection.getInputStream();
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private String contentRange() {
        String range = connection.getHeaderField("Content-Range");
        return range == null ? "" : range;
    }

    private static boolean isRedirection(int status) {
        return status == HttpURLConnection.HTTP_MOVED_PERM
                || status == HttpURLConnection.HTTP_MOVED_TEMP
                || status == HttpURLConnection.HTTP_SEE_OTHER
                || status == TEMPORARY_REDIRECT
                || status == OLD_PERMANENT_REDIRECT;
    }

    private static URI target(URI from, String location) throws MirrorException {
        try {
            URI to = from.resolve(location == null ? "" : location);
            boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
            boolean down = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
            if (location == null || !web || down) {
                throw MirrorException.lasting("redirects to \"" + location + "\", which is not followed");
            }
            return to;
        } catch (IllegalArgumentException e) {
            MirrorException failure = MirrorException.lasting("redirects to \"" + location + "\", which is no address");
            failure.initCause(e);
            throw failure;
        }
    }
}
