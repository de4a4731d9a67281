package org.spike4j.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * What the bytes of a file come to.
 *
 * @param kind how it is computed
 * @param hex its hexadecimal digits, lower case
 */
public record Checksum(Kind kind, String hex) {
    private static final int BUFFER_BYTES = 1 << 16;

    /** How a checksum is computed. */
    public enum Kind {
        /** 64 digits; nobody can make another file that has it. */
        SHA_256("SHA-256", 64),
        /** 32 digits; finds damage, not forgery. For files whose authors publish nothing better. */
        MD5("MD5", 32);

        private final String algorithm;
        private final int digits;

        Kind(String algorithm, int digits) {
            this.algorithm = algorithm;
            this.digits = digits;
        }

        /**
         * Its name, as people write it.
         *
         * @return for example {@code SHA-256}
         */
        public String algorithm() {
            return algorithm;
        }
    }

    /** Checks the digits. */
    public Checksum {
        Objects.requireNonNull(kind, "kind");
        hex = hex.toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + kind.digits + "}")) {
            throw new IllegalArgumentException(
                    kind.algorithm + " must be " + kind.digits + " hexadecimal digits, was \"" + hex + "\"");
        }
    }

    /**
     * A SHA-256 checksum.
     *
     * @param hex 64 hexadecimal digits
     * @return the checksum
     */
    public static Checksum sha256(String hex) {
        return new Checksum(Kind.SHA_256, hex);
    }

    /**
     * An MD5 checksum.
     *
     * @param hex 32 hexadecimal digits
     * @return the checksum
     */
    public static Checksum md5(String hex) {
        return new Checksum(Kind.MD5, hex);
    }

    /**
     * Computes the checksum of a file.
     *
     * @param kind how
     * @param file read once from start to end
     * @return its checksum
     * @throws IOException if the file cannot be read
     */
    public static Checksum of(Kind kind, Path file) throws IOException {
        MessageDigest digest = digest(kind);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return new Checksum(kind, HexFormat.of().formatHex(digest.digest()));
    }

    /** The kind and the digits. */
    @Override
    public String toString() {
        return kind.algorithm + " " + hex;
    }

    private static MessageDigest digest(Kind kind) {
        try {
            return MessageDigest.getInstance(kind.algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + kind.algorithm, e);
        }
    }
}
