package org.spike4j.datasets.archive;

/**
 * What an archive may unpack to. Start from {@link #defaults}.
 *
 * @param maxBytes of all its files together
 * @param maxEntries files and folders
 * @param maxRatio bytes unpacked for each byte of the archive; counts from {@value #FREE_BYTES} bytes on
 */
public record ArchiveLimits(long maxBytes, long maxEntries, double maxRatio) {
    /** Bytes up to which the ratio does not matter, since small files of zeros are harmless. */
    static final long FREE_BYTES = 16L << 20;

    private static final ArchiveLimits DEFAULTS = new ArchiveLimits(1L << 39, 4_000_000, 200);

    /** Checks the values. */
    public ArchiveLimits {
        if (maxBytes < 1 || maxEntries < 1 || !(maxRatio >= 1)) {
            throw new IllegalArgumentException("limits must be at least 1 byte, 1 entry and a ratio of 1, were "
                    + maxBytes + ", " + maxEntries + " and " + maxRatio);
        }
    }

    /**
     * 512 GiB, 4 million entries, 200 bytes from one.
     *
     * @return the limits to start from
     */
    public static ArchiveLimits defaults() {
        return DEFAULTS;
    }

    /**
     * With another size.
     *
     * @param bytes of all files together
     * @return changed limits
     */
    public ArchiveLimits withMaxBytes(long bytes) {
        return new ArchiveLimits(bytes, maxEntries, maxRatio);
    }

    /**
     * With another number of entries.
     *
     * @param entries files and folders
     * @return changed limits
     */
    public ArchiveLimits withMaxEntries(long entries) {
        return new ArchiveLimits(maxBytes, entries, maxRatio);
    }

    /**
     * With another ratio.
     *
     * @param ratio bytes unpacked for each byte of the archive
     * @return changed limits
     */
    public ArchiveLimits withMaxRatio(double ratio) {
        return new ArchiveLimits(maxBytes, maxEntries, ratio);
    }
}
