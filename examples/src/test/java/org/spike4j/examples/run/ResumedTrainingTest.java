package org.spike4j.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.examples.SmallGestures;
import org.spike4j.examples.run.data.DataSource;
import org.spike4j.neuron.kernel.KernelThreads;
import org.spike4j.training.IterationReport;
import org.spike4j.training.ProgressListener;
import org.spike4j.training.TrainingResult;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeReader;

class ResumedTrainingTest {
    private static final RunSettings RUN = new RunSettings(3, 8, 5);
    private static final TrainingJob.Given NOTHING_GIVEN =
            new TrainingJob.Given(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir
    static Path folder;

    private static final List<String> REMARKS = new ArrayList<>();

    @BeforeAll
    static void useOneThread() {
        KernelThreads.use(1);
    }

    @Test
    void resumedTrainingEndsLikeOneThatWasNeverStopped() throws IOException {
        Recipe recipe = RecipeReader.parse("small", SmallGestures.RECIPE);
        DataSource source =
                new DataSource(Optional.empty(), folder.resolve("home"), SmallGestures.SETTINGS, 1, REMARKS::add);
        Path whole = folder.resolve("whole");
        Path parts = folder.resolve("parts");

        TrainingResult expected = run(TrainingJob.start(recipe, RUN, source, whole));
        TrainingJob first = TrainingJob.start(recipe, RUN, source, parts);
        TrainingResult stopped = first.run(
                new ProgressListener() {
                    @Override
                    public void iterationDone(IterationReport report) {
                        if (report.epoch() == 2 && report.iteration() == 2) {
                            first.stop();
                        }
                    }
                },
                REMARKS::add);
        TrainingResult resumed = run(TrainingJob.resume(recipe, NOTHING_GIVEN, source, parts));

        assertThat(stopped.interrupted()).isTrue();
        assertThat(Files.exists(parts.resolve("report.html"))).isTrue();
        assertThat(resumed.testAccuracy()).isEqualTo(expected.testAccuracy());
        assertThat(resumed.history()).extracting("trainLoss").isEqualTo(losses(expected));
        assertThat(ModelFile.load(parts.resolve("checkpoint.zip")).network().params())
                .isEqualTo(ModelFile.load(whole.resolve("checkpoint.zip"))
                        .network()
                        .params());
        assertThat(REMARKS).singleElement().asString().startsWith("making up 5 gesture recordings");
    }

    private static TrainingResult run(TrainingJob job) throws IOException {
        return job.run(new ProgressListener() {}, REMARKS::add);
    }

    private static List<Double> losses(TrainingResult result) {
        return result.history().stream().map(epoch -> epoch.trainLoss()).toList();
    }
}
