package org.spike4j.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.layers.LeakyReadout;
import org.spike4j.layers.loss.TemporalEfficientTraining;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.training.model.ModelDescription;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.model.SavedModel;
import org.spike4j.training.network.RecipeNetwork;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeReader;

/** From a recipe to a trained, saved, reloaded and resumed spiking network. */
final class SpikingTrainingTest {
    private static final String RECIPE = """
            name: bars
            data: {set: gesture, size: 8, steps: 6}
            neuron: {model: plif, tau: 2, learn: [w, threshold]}
            layers:
              - conv: {channels: 6, pool: max}
              - dropout: 0.1
              - dense: {units: 2}
              - rate-readout: {loss: mse}
            training: {epochs: 4, batch: 8, learningRate: 0.02, schedule: cosine}
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void useOneThread() {
        Nd4j.getEnvironment().setMaxThreads(1);
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        KernelThreads.use(1);
    }

    private static Trainer trainer(Path folder) {
        return trainer(folder, RECIPE);
    }

    private static Trainer trainer(Path folder, String text) {
        Recipe recipe = RecipeReader.parse("bars", text);
        ModelDescription description = new ModelDescription(
                recipe.name(),
                recipe.text(),
                "moving bars",
                List.of("left", "right"),
                MovingBars.INPUT,
                new RunSettings(4, 8, 3));
        MovingBars data = new MovingBars();
        return Trainer.start(RecipeNetwork.build(recipe, description, data.trainSamples()), description, data, folder);
    }

    @Test
    void aTrainingResumedFromACheckpointEqualsOneNeverStoppedBitForBit() throws IOException {
        TrainingResult whole = trainer(folder.resolve("whole")).run(new ProgressListener() {});
        assertThat(whole.testAccuracy()).isGreaterThan(0.9);
        assertThat(whole.firingRates()).containsOnlyKeys("conv1", "dense1");
        assertThat(whole.firingRates().values())
                .allSatisfy(rate -> assertThat(rate).isBetween(0.01, 0.9));

        Trainer first = trainer(folder.resolve("stopped"));
        TrainingResult stopped = first.run(new ProgressListener() {
            @Override
            public void iterationDone(IterationReport report) {
                if (report.epoch() == 2 && report.iteration() == 4) {
                    first.stop();
                }
            }
        });
        SavedModel checkpoint = ModelFile.load(stopped.files().checkpoint());
        assertThat(checkpoint.state().iterations()).isEqualTo(10);
        TrainingResult resumed = Trainer.resume(checkpoint, new MovingBars(), folder.resolve("stopped"))
                .run(new ProgressListener() {});
        assertThat(parameters(resumed)).isEqualTo(parameters(whole));
        assertThat(resumed.testAccuracy()).isEqualTo(whole.testAccuracy());
        assertThat(resumed.history())
                .extracting("trainLoss")
                .isEqualTo(whole.history().stream()
                        .map(epoch -> (Object) epoch.trainLoss())
                        .toList());
    }

    @Test
    void aRecipeTrainsWithTemporalEfficientTrainingAndBoundsOnActivity() throws IOException {
        String efficient = RECIPE.replace(
                        "dense: {units: 2}", "dense: {units: 20, activity: {lower: 0.05, upper: 0.4}}")
                .replace("rate-readout: {loss: mse}", "leaky-readout: {loss: {kind: tet, lambda: 0.05}}");
        TrainingResult result = trainer(folder.resolve("efficient"), efficient).run(new ProgressListener() {});
        assertThat(result.testAccuracy()).isGreaterThan(0.9);
        SavedModel saved = ModelFile.load(result.files().checkpoint());
        LeakyReadout readout = (LeakyReadout) saved.network().getLayer(3).conf().getLayer();
        assertThat(readout.getSequenceLoss()).isEqualTo(TemporalEfficientTraining.withLambda(0.05, 1));
    }

    @Test
    void aRecipeTrainsByFirstSpikesOfAPopulation() throws IOException {
        String early = RECIPE.replace("units: 2", "units: 8")
                .replace(
                        "rate-readout: {loss: mse}",
                        "sequence-readout: {neuronsPerClass: 4, loss: {kind: first-spike-cross-entropy}}");
        TrainingResult result = trainer(folder.resolve("early"), early).run(new ProgressListener() {});
        assertThat(result.testAccuracy()).isGreaterThan(0.7);
    }

    /** Compared as bits: equality of INDArrays allows for 1e-5. */
    private static float[] parameters(TrainingResult result) throws IOException {
        INDArray parameters =
                ModelFile.load(result.files().checkpoint()).network().params();
        return parameters.toFloatVector();
    }
}
