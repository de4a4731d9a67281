package org.spike4j.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.spike4j.training.evaluation.BatchCheck;
import org.spike4j.training.evaluation.Evaluation;
import org.spike4j.training.model.EpochRecord;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.RunningTotals;
import org.spike4j.training.model.SavedModel;
import org.spike4j.training.model.TrainingState;
import org.spike4j.training.step.BatchSplit;
import org.spike4j.training.step.TrainingStep;

/**
 * Trains a network: epochs over the training samples, a validation after each, and a test of the best epoch at the end.
 *
 * <p>Life cycle: made by {@link #start} or {@link #resume}, run once by {@link #run}, and stopped early, from any
 * thread, by {@link #stop}. After each epoch the checkpoint, the metrics and, if the epoch is the best so far, the
 * model are written into the {@link RunFolder}; each file is replaced as a whole, so a crash leaves the earlier ones.
 *
 * <p>A training follows from its seed: resumed from a checkpoint it gives, on one thread, the same bits as one that was
 * never stopped.
 */
public final class Trainer {
    private final MultiLayerNetwork network;
    private final ModelDescription description;
    private final EpochData data;
    private final RunFolder files;
    private final LongSupplier clock;
    private final BatchSplit split;

    private TrainingState state;
    private boolean started;
    private volatile boolean stopping;

    Trainer(SavedModel from, EpochData data, Path folder, LongSupplier clock) {
        this(from, data, folder, clock, BatchSplit.NONE);
    }

    private Trainer(SavedModel from, EpochData data, Path folder, LongSupplier clock, BatchSplit split) {
        this.network = from.network();
        this.description = from.description();
        this.state = from.state();
        this.data = Objects.requireNonNull(data, "data");
        this.files = new RunFolder(folder);
        this.clock = clock;
        this.split = split;
        if (data.trainSamples() < 1) {
            throw new IllegalArgumentException("there must be at least 1 training sample");
        }
    }

    /**
     * A training from its start.
     *
     * @param network initialised; modified by the training
     * @param description what it is, and the settings of the training
     * @param data samples
     * @param folder for the files of the training; made if missing
     * @return the trainer
     */
    public static Trainer start(MultiLayerNetwork network, ModelDescription description, EpochData data, Path folder) {
        return new Trainer(new SavedModel(network, description, TrainingState.start()), data, folder, System::nanoTime);
    }

    /**
     * A training that goes on where it was stopped.
     *
     * @param checkpoint loaded from {@link RunFolder#checkpoint()}
     * @param data the same samples as before
     * @param folder the folder of the checkpoint
     * @return the trainer
     */
    public static Trainer resume(SavedModel checkpoint, EpochData data, Path folder) {
        return new Trainer(checkpoint, data, folder, System::nanoTime);
    }

    /**
     * This trainer, before its run, with mini-batches cut in another way.
     *
     * @param newSplit how mini-batches are cut; a training that is resumed bit for bit needs that of its start
     * @return a trainer of the same network
     */
    public Trainer withSplit(BatchSplit newSplit) {
        return new Trainer(new SavedModel(network, description, state), data, files.path(), clock, newSplit);
    }

    /** Asks the training to end after the current iteration, with a checkpoint; returns at once. */
    public void stop() {
        stopping = true;
    }

    /**
     * Trains.
     *
     * @param listener hears how it goes
     * @return what came out; flagged as interrupted after a stop
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if a batch has another shape than described or a value that is not finite, or the
     *     network cannot be trained by the split
     * @throws TrainingException if the loss is no longer finite
     */
    public TrainingResult run(ProgressListener listener) throws IOException {
        if (started) {
            throw new IllegalStateException("a trainer runs once; resume from its checkpoint instead");
        }
        started = true;
        if (state.bestEpoch() > 0 && !Files.exists(files.model())) {
            throw new IOException(files.model() + " does not exist; resume in the folder of the checkpoint");
        }
        Stopwatch watch = new Stopwatch(clock);
        try (TrainingStep step = TrainingStep.of(network, split)) {
            EpochPass pass = new EpochPass(
                    network,
                    step,
                    new BatchCheck(description),
                    description.run().seed(),
                    clock);
            while (state.epoch() < epochs() && !stopping) {
                RunningTotals totals = pass(pass, listener);
                int iterations = state.iterations() - state.totals().iterations() + totals.iterations();
                state = new TrainingState(iterations, totals, state.history(), state.bestEpoch());
                if (!stopping) {
                    endEpoch(listener);
                }
            }
        }
        ResultOf result = new ResultOf(description, data, files, state, split);
        if (state.epoch() < epochs()) {
            ModelFile.save(files.checkpoint(), new SavedModel(network, description, state));
            return result.interrupted(network, watch.lap());
        }
        listener.testStarted();
        return result.tested(ModelFile.load(files.model()).network(), watch);
    }

    private RunningTotals pass(EpochPass pass, ProgressListener listener) {
        try (OpenBatches train = new OpenBatches(data.train(state.epoch()))) {
            return pass.run(state, train.batches(), () -> stopping, totals -> listener.iterationDone(report(totals)));
        }
    }

    private void endEpoch(ProgressListener listener) throws IOException {
        EpochRecord record = record(state.totals());
        List<EpochRecord> history = new ArrayList<>(state.history());
        history.add(record);
        double best = state.bestValidationAccuracy();
        boolean better = Double.isNaN(best) || record.validationAccuracy() > best;
        state = new TrainingState(
                state.iterations(), RunningTotals.NONE, history, better ? record.epoch() : state.bestEpoch());
        SavedModel now = new SavedModel(network, description, state);
        if (better) {
            ModelFile.save(files.model(), now);
        }
        ModelFile.save(files.checkpoint(), now);
        MetricsFile.write(files.metrics(), history);
        listener.epochDone(record, better);
    }

    private EpochRecord record(RunningTotals totals) {
        double validation = Double.NaN;
        if (data.validationSamples() > 0) {
            try (OpenBatches batches = new OpenBatches(data.validation())) {
                validation = Evaluation.of(network, description, "validation", split.microBatchesOf(batches.batches()))
                        .accuracy();
            }
        }
        return new EpochRecord(
                state.epoch() + 1,
                totals.loss(),
                totals.accuracy(),
                validation,
                totals.seconds(),
                totals.samplesPerSecond(),
                totals.waitShare(),
                LearningRate.of(network, state.iterations() - totals.iterations(), state.epoch()));
    }

    private IterationReport report(RunningTotals totals) {
        double all = (double) epochs() * data.trainSamples();
        double done = (double) state.epoch() * data.trainSamples() + totals.samples();
        double pace = totals.samplesPerSecond();
        return new IterationReport(
                state.epoch() + 1,
                epochs(),
                totals.iterations(),
                totals.loss(),
                totals.accuracy(),
                pace,
                done / all,
                pace > 0 ? Math.max(0, all - done) / pace : 0,
                totals.waitShare());
    }

    private int epochs() {
        return description.run().epochs();
    }
}
