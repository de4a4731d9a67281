package org.spike4j.datasets.download;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A file in the network.
 *
 * @param name of the file on disk, without folders
 * @param mirrors addresses (http or https) of equal copies, tried in this order
 * @param checksum of its bytes, if one is published
 * @param bytes its length, if it is known
 */
public record RemoteFile(String name, List<URI> mirrors, Optional<Checksum> checksum, OptionalLong bytes) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Checks the values. */
    public RemoteFile {
        Objects.requireNonNull(checksum, "checksum");
        mirrors = List.copyOf(mirrors);
        if (!name.matches("[\\w(][\\w.()+ -]*")) {
            throw new IllegalArgumentException("name must be a plain file name, was \"" + name + "\"");
        }
        if (mirrors.isEmpty()) {
            throw new IllegalArgumentException("file " + name + " must have a mirror, had none");
        }
        for (URI mirror : mirrors) {
            String scheme = String.valueOf(mirror.getScheme()).toLowerCase(Locale.ROOT);
            if (!SCHEMES.contains(scheme) || mirror.getHost() == null) {
                throw new IllegalArgumentException(
                        "mirror of " + name + " must be an http or https address, was " + mirror);
            }
        }
        if (bytes.isPresent() && bytes.getAsLong() < 0) {
            throw new IllegalArgumentException("bytes of " + name + " must be >= 0, was " + bytes.getAsLong());
        }
    }

    /**
     * A file of which neither checksum nor length is known.
     *
     * @param name of the file on disk
     * @param mirrors addresses of equal copies
     * @return the file
     */
    public static RemoteFile of(String name, String... mirrors) {
        List<URI> addresses = List.of(mirrors).stream().map(URI::create).toList();
        return new RemoteFile(name, addresses, Optional.empty(), OptionalLong.empty());
    }

    /**
     * With a checksum.
     *
     * @param sum of its bytes
     * @return a changed file
     */
    public RemoteFile withChecksum(Checksum sum) {
        return new RemoteFile(name, mirrors, Optional.of(sum), bytes);
    }

    /**
     * With a length.
     *
     * @param length in bytes
     * @return a changed file
     */
    public RemoteFile withBytes(long length) {
        return new RemoteFile(name, mirrors, checksum, OptionalLong.of(length));
    }
}
