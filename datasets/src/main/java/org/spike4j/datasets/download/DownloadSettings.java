package org.spike4j.datasets.download;

import java.time.Duration;

/**
 * How patient a download is. Start from {@link #defaults}.
 *
 * @param connecting how long a connection may take to be made
 * @param stall how long a server may send nothing
 * @param attempts failures of a mirror in a row, without a byte in between, after which the next one is tried
 * @param pause between two attempts
 */
public record DownloadSettings(Duration connecting, Duration stall, int attempts, Duration pause) {
    private static final DownloadSettings DEFAULTS =
            new DownloadSettings(Duration.ofSeconds(20), Duration.ofSeconds(60), 3, Duration.ofSeconds(2));

    /** Checks the values. */
    public DownloadSettings {
        requirePositive("connecting", connecting);
        requirePositive("stall", stall);
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be >= 1, was " + attempts);
        }
        if (pause.isNegative()) {
            throw new IllegalArgumentException("pause must be >= 0 s, was " + pause);
        }
    }

    /**
     * 20 s to connect, 60 s of silence, 3 attempts 2 s apart.
     *
     * @return the settings to start from
     */
    public static DownloadSettings defaults() {
        return DEFAULTS;
    }

    /**
     * With another bound on silence.
     *
     * @param longest how long a server may send nothing
     * @return changed settings
     */
    public DownloadSettings withStall(Duration longest) {
        return new DownloadSettings(connecting, longest, attempts, pause);
    }

    /**
     * With other attempts.
     *
     * @param failures in a row of one mirror
     * @param between pause between two attempts
     * @return changed settings
     */
    public DownloadSettings withAttempts(int failures, Duration between) {
        return new DownloadSettings(connecting, stall, failures, between);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.toMillis() < 1 || value.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be 1 ms to 24 days, was " + value);
        }
    }
}
