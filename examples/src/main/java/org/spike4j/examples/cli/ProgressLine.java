package org.spike4j.examples.cli;

import java.io.PrintWriter;
import java.util.Locale;

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
    private long startedAt = Long.MIN_VALUE;
    private double startShare;
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
     * State of a training.
     *
     * @param epoch epoch under way, counted from 1
     * @param epochs of the whole training
     * @param done share of the epoch that is done, 0 to 1
     * @param loss mean training loss of the epoch so far
     * @param accuracy share of the samples of the epoch so far that were named rightly, 0 to 1
     * @param samplesPerSecond of the epoch so far
     */
    record State(int epoch, int epochs, double done, double loss, double accuracy, double samplesPerSecond) {
        /** Share of the whole training that is done. */
        double share() {
            return (epoch - 1 + done) / epochs;
        }
    }

    /**
     * Redraws the line, at most ten times a second.
     *
     * @param state how far the training is
     * @param nanos time of a clock that only goes forward, nanoseconds
     */
    void show(State state, long nanos) {
        if (startedAt == Long.MIN_VALUE) {
            startedAt = nanos;
            startShare = state.share();
        }
        if (columns == 0 || drawn && nanos - drawnAt < REDRAW_NANOS) {
            return;
        }
        drawnAt = nanos;
        drawn = true;
        String line = text(state, (nanos - startedAt) / 1e9);
        err.print(CLEAR + line.substring(0, Math.min(line.length(), columns - 1)));
        err.flush();
    }

    /**
     * Writes a line that stays, in place of the one that is redrawn.
     *
     * @param line the line
     */
    void keep(String line) {
        if (drawn) {
            err.print(CLEAR);
            drawn = false;
        }
        err.println(line);
        err.flush();
    }

    private String text(State state, double seconds) {
        return String.format(
                Locale.ROOT,
                "epoch %d/%d %s %3.0f %%  loss %.4f  accuracy %4.1f %%  %.0f samples/s  %s left",
                state.epoch(),
                state.epochs(),
                bar(state.done()),
                100 * state.done(),
                state.loss(),
                100 * state.accuracy(),
                state.samplesPerSecond(),
                left(state.share(), seconds));
    }

    private String bar(double share) {
        int full = (int) Math.round(BAR * Math.min(1, Math.max(0, share)));
        return (unicode ? "\u2501" : "=").repeat(full) + (unicode ? "\u2500" : ".").repeat(BAR - full);
    }

    private String left(double share, double seconds) {
        double done = share - startShare;
        if (!(done > 0)) {
            return "?";
        }
        return Duration.text(seconds * (1 - share) / done);
    }
}
