package org.spike4j.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.spike4j.training.IterationReport;

/**
 * Shows how far a training has come: on a terminal one line that is redrawn, elsewhere nothing until an epoch is done.
 * Not safe for use by several threads at once.
 */
final class ProgressLine {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int BAR = 24;
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter err;
    private final int columns;
    private final boolean unicode;
    private long drawnAt;
    private boolean drawn;

    /**
     * Shows nothing yet.
     *
     * @param err where to draw
     * @param columns width of the terminal, 0 if there is none
     * @param unicode whether the terminal knows line drawing characters
     */
    ProgressLine(PrintWriter err, int columns, boolean unicode) {
        this.err = err;
        this.columns = columns;
        this.unicode = unicode;
    }

    /** Draws on the terminal that the start script has found, if it has found one. */
    static ProgressLine onTerminal(PrintWriter err) {
        boolean unicode = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
        return new ProgressLine(err, Integer.getInteger("spike4j.columns", 0), unicode);
    }

    /**
     * Redraws the line, at most ten times a second.
     *
     * @param report how far the training is
     * @param nanos time of a clock that only goes forward, nanoseconds
     */
    void show(IterationReport report, long nanos) {
        if (columns == 0 || (drawn && nanos - drawnAt < REDRAW_NANOS)) {
            return;
        }
        drawnAt = nanos;
        drawn = true;
        String line = text(report);
        err.print(CLEAR + line.substring(0, Math.min(line.length(), columns - 1)));
        err.flush();
    }

    /**
     * Writes a line that stays, in place of the one that is redrawn.
     *
     * @param line the line
     */
    void keep(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    /** Removes the line that is redrawn. */
    void clear() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }

    private String text(IterationReport report) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d %s %3.0f %%  loss %.4f  accuracy %4.1f %%  %.0f samples/s  %s left",
                report.epoch(),
                report.epochs(),
                bar(report.fraction()),
                100 * report.fraction(),
                report.loss(),
                100 * report.accuracy(),
                report.samplesPerSecond(),
                Duration.text(report.remainingSeconds()));
    }

    private String bar(double share) {
        int full = (int) Math.round(BAR * Math.min(1, Math.max(0, share)));
        return (unicode ? "\u2501" : "=").repeat(full) + (unicode ? "\u2500" : ".").repeat(BAR - full);
    }
}
