package org.spike4j.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.training.evaluation.Evaluation;
import org.spike4j.training.model.EpochRecord;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.SavedModel;
import org.spike4j.training.model.SmallNetwork;
import org.spike4j.training.model.TrainingState;

final class TrainerTest {
    private static final ProgressListener SILENT = new ProgressListener() {};

    @TempDir
    private Path folder;

    @BeforeAll
    static void useOneThread() {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
    }

    private Trainer trainer(EpochData data, int epochs) {
        return Trainer.start(SmallNetwork.of(5), SmallNetwork.description(epochs, 8, 5), data, folder);
    }

    @Test
    void aTrainingLearnsAndLeavesModelCheckpointAndMetrics() throws IOException {
        TrainingResult result = trainer(new Blobs(60, 8), 6).run(SILENT);
        assertThat(result.testAccuracy()).isGreaterThan(0.8);
        assertThat(result.interrupted()).isFalse();
        assertThat(result.history()).extracting(EpochRecord::epoch).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(result.history().get(5).trainLoss())
                .isLessThan(result.history().get(0).trainLoss());
        assertThat(result.parameters()).isEqualTo(6 * 12 + 12 + 12 * 3 + 3);
        assertThat(new Evaluation(result.confusion()).samples()).isEqualTo(33);
        assertThat(ModelFile.load(result.files().model()).state().epoch()).isEqualTo(result.bestEpoch());
        assertThat(ModelFile.load(result.files().checkpoint()).state().epoch()).isEqualTo(6);
        assertThat(Files.readAllLines(result.files().metrics()))
                .hasSize(6)
                .first()
                .asString()
                .startsWith("{\"epoch\":1,\"trainLoss\":")
                .contains("\"validationAccuracy\":", "\"dataWaitShare\":", "\"learningRate\":0.02}");
    }

    @Test
    void theBestEpochOnValidationIsTestedAndTiesGoToTheEarlier() throws IOException {
        TrainingResult result = trainer(new Blobs(60, 8), 8).run(SILENT);
        List<Double> validation =
                result.history().stream().map(EpochRecord::validationAccuracy).toList();
        double best = validation.stream().mapToDouble(x -> x).max().orElseThrow();
        assertThat(result.bestEpoch()).isEqualTo(1 + validation.indexOf(best));
        assertThat(result.validationAccuracy()).isEqualTo(best);
        SavedModel model = ModelFile.load(result.files().model());
        Evaluation again = Evaluation.of(model.network(), model.description(), "test", new Blobs(60, 8).test());
        assertThat(again.accuracy()).isEqualTo(result.testAccuracy());
    }

    @Test
    void aTrainingResumedInTheMiddleOfAnEpochEqualsOneNeverStopped() throws IOException {
        TrainingResult whole = trainer(new Blobs(60, 8), 4).run(SILENT);
        float[] expected =
                ModelFile.load(whole.files().checkpoint()).network().params().toFloatVector();
        for (int stopAfter : new int[] {8, 13}) {
            Path other = folder.resolve("stopped" + stopAfter);
            Trainer first =
                    Trainer.start(SmallNetwork.of(5), SmallNetwork.description(4, 8, 5), new Blobs(60, 8), other);
            TrainingResult stopped = first.run(new StopAfter(first, stopAfter));
            assertThat(stopped.interrupted()).isTrue();
            assertThat(stopped.testAccuracy()).isNaN();
            SavedModel checkpoint = ModelFile.load(stopped.files().checkpoint());
            assertThat(checkpoint.state().iterations()).isEqualTo(stopAfter);
            TrainingResult resumed =
                    Trainer.resume(checkpoint, new Blobs(60, 8), other).run(SILENT);
            assertThat(ModelFile.load(resumed.files().checkpoint())
                            .network()
                            .params()
                            .toFloatVector())
                    .isEqualTo(expected);
            assertThat(resumed.testAccuracy()).isEqualTo(whole.testAccuracy());
            assertThat(resumed.bestEpoch()).isEqualTo(whole.bestEpoch());
            assertThat(withoutTimes(resumed.history())).isEqualTo(withoutTimes(whole.history()));
        }
    }

    private static List<EpochRecord> withoutTimes(List<EpochRecord> history) {
        return history.stream()
                .map(e -> new EpochRecord(
                        e.epoch(), e.trainLoss(), e.trainAccuracy(), e.validationAccuracy(), 0, 0, 0, e.learningRate()))
                .toList();
    }

    private record StopAfter(Trainer trainer, int iterations, AtomicLong count) implements ProgressListener {
        StopAfter(Trainer trainer, int iterations) {
            this(trainer, iterations, new AtomicLong());
        }

        @Override
        public void iterationDone(IterationReport report) {
            if (count.incrementAndGet() == iterations) {
                trainer.stop();
            }
        }
    }

    @Test
    void progressAndTimesFollowFromTheClock() throws IOException {
        AtomicLong now = new AtomicLong();
        List<IterationReport> reports = new ArrayList<>();
        SavedModel start = new SavedModel(SmallNetwork.of(5), SmallNetwork.description(2, 8, 5), TrainingState.start());
        // each reading of the clock takes a second: one of waiting and one of training an iteration
        Trainer trainer = new Trainer(start, new Blobs(16, 8), folder, () -> now.getAndAdd(1_000_000_000L));
        TrainingResult result = trainer.run(new ProgressListener() {
            @Override
            public void iterationDone(IterationReport report) {
                reports.add(report);
            }
        });
        IterationReport second = reports.get(1);
        assertThat(reports).hasSize(4);
        assertThat(second.samplesPerSecond()).isCloseTo(4, within(1e-12));
        assertThat(second.dataWaitShare()).isCloseTo(0.5, within(1e-12));
        assertThat(second.fraction()).isCloseTo(0.5, within(1e-12));
        assertThat(second.remainingSeconds()).isCloseTo(4, within(1e-12));
        assertThat(result.history().get(0).seconds()).isCloseTo(4, within(1e-12));
        assertThat(result.samplesPerSecond()).isCloseTo(4, within(1e-12));
        assertThat(result.dataWaitShare()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aValueThatIsNotFiniteIsNamedByEpochBatchAndSample() {
        Blobs data = new Blobs(60, 8, batches -> {
            batches.get(2).getFeatures().putScalar(new int[] {5, 1}, Float.NaN);
            return batches;
        });
        assertThatThrownBy(() -> trainer(data, 2).run(SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epoch 1, batch 3: the features of sample 5 hold a value that is not finite"
                        + " (NaN or infinite); clean the data");
    }

    @Test
    void featuresOfAnotherShapeAreNamed() {
        Blobs data = new Blobs(60, 8, batches -> {
            batches.get(0).setFeatures(batches.get(0).getFeatures().repeat(1, 2));
            return batches;
        });
        assertThatThrownBy(() -> trainer(data, 2).run(SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("epoch 1, batch 1: features must be [batch, 6], were [8, 12]");
    }

    @Test
    void aLossThatIsNotFiniteStopsTheTraining() {
        MultiLayerNetwork network = SmallNetwork.of(5);
        network.setLearningRate(1e38);
        Trainer trainer = Trainer.start(network, SmallNetwork.description(2, 8, 5), new Blobs(60, 8), folder);
        assertThatThrownBy(() -> trainer.run(SILENT))
                .isInstanceOf(TrainingException.class)
                .hasMessageStartingWith("the loss became ")
                .hasMessageContaining(" in epoch 1, batch ")
                .hasMessageEndingWith("; lower the learning rate (1.0E38 now) or clip the gradient");
    }

    @Test
    void dataThatShrankSinceTheCheckpointIsNamed() throws IOException {
        Trainer first = trainer(new Blobs(60, 8), 2);
        first.run(new StopAfter(first, 6));
        SavedModel checkpoint = ModelFile.load(new RunFolder(folder).checkpoint());
        assertThatThrownBy(() ->
                        Trainer.resume(checkpoint, new Blobs(30, 8), folder).run(SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the data changed since the checkpoint: epoch 1 has 4 batches now, and 6 were done");
    }

    @Test
    void aTrainerRunsOnce() throws IOException {
        Trainer trainer = trainer(new Blobs(16, 8), 1);
        trainer.run(SILENT);
        assertThatThrownBy(() -> trainer.run(SILENT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCheckpointWithoutItsModelIsNotResumed() throws IOException {
        TrainingResult result = trainer(new Blobs(16, 8), 1).run(SILENT);
        SavedModel checkpoint = ModelFile.load(result.files().checkpoint());
        Path other = folder.resolve("other");
        assertThatThrownBy(() ->
                        Trainer.resume(checkpoint, new Blobs(16, 8), other).run(SILENT))
                .isInstanceOf(IOException.class)
                .hasMessage(other.resolve("model.zip") + " does not exist; resume in the folder of the checkpoint");
    }
}
