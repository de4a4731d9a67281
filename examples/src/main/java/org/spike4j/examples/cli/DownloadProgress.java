package org.spike4j.examples.cli;

import java.util.Locale;
import java.util.OptionalLong;
import org.spike4j.datasets.download.DownloadListener;
import org.spike4j.datasets.download.RemoteFile;

/** Tells on standard error how a download goes: a line for every tenth of a file, or every 100 MB. */
final class DownloadProgress implements DownloadListener {
    private static final double MEGABYTE = 1e6;
    private static final long STEP_BYTES = 100_000_000;
    private static final int STEPS = 10;

    private final Printer printer;
    private String file = "";
    private long told;

    DownloadProgress(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void progress(RemoteFile current, long bytes, OptionalLong total) {
        long step = total.isPresent() ? bytes * STEPS / Math.max(1, total.getAsLong()) : bytes / STEP_BYTES;
        if (!file.equals(current.name())) {
            file = current.name();
            told = 0;
        }
        if (step > told) {
            told = step;
            printer.remark(String.format(
                    Locale.ROOT,
                    "  %s: %.0f%s MB",
                    file,
                    bytes / MEGABYTE,
                    total.isPresent() ? String.format(Locale.ROOT, " of %.0f", total.getAsLong() / MEGABYTE) : ""));
        }
    }

    @Override
    public void failed(RemoteFile current, String failure) {
        printer.remark("  " + failure);
    }
}
