package org.spike4j.examples.cli;

import java.util.Locale;
import java.util.function.LongSupplier;
import org.spike4j.training.IterationReport;
import org.spike4j.training.ProgressListener;
import org.spike4j.training.model.EpochRecord;

/** Tells on standard error how a training goes. */
final class TrainingProgress implements ProgressListener {
    private final ProgressLine line;
    private final int epochs;
    private final LongSupplier clock;

    /**
     * Tells about one training.
     *
     * @param line where to tell it
     * @param epochs of the training
     * @param clock time that only goes forward, nanoseconds
     */
    TrainingProgress(ProgressLine line, int epochs, LongSupplier clock) {
        this.line = line;
        this.epochs = epochs;
        this.clock = clock;
    }

    @Override
    public void iterationDone(IterationReport report) {
        line.show(report, clock.getAsLong());
    }

    @Override
    public void epochDone(EpochRecord epoch, boolean best) {
        String validation = Double.isNaN(epoch.validationAccuracy())
                ? ""
                : String.format(
                        Locale.ROOT, "  validation %5.1f %%%s", 100 * epoch.validationAccuracy(), best ? " *" : "  ");
        line.keep(String.format(
                Locale.ROOT,
                "epoch %d/%d  loss %.4f  training %5.1f %%%s  %.0f samples/s  %.1f s",
                epoch.epoch(),
                epochs,
                epoch.trainLoss(),
                100 * epoch.trainAccuracy(),
                validation,
                epoch.samplesPerSecond(),
                epoch.seconds()));
    }

    @Override
    public void testStarted() {
        line.keep("testing the best epoch ...");
    }
}
