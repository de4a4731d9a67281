package org.spike4j.examples.run.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.datasets.event.EventFrames;
import org.spike4j.datasets.representation.TimeSurface;
import org.spike4j.datasets.sets.DvsGesture;
import org.spike4j.datasets.sets.EventDataSet;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.transform.Resize;
import org.spike4j.examples.SmallGestures;
import org.spike4j.examples.run.EvaluationJob;
import org.spike4j.examples.run.TrainingJob;
import org.spike4j.training.ProgressListener;
import org.spike4j.training.TrainingResult;
import org.spike4j.training.model.InputDescription;
import org.spike4j.training.model.ModelFile;
import org.spike4j.training.model.RunSettings;
import org.spike4j.training.recipe.Recipe;
import org.spike4j.training.recipe.RecipeException;
import org.spike4j.training.recipe.RecipeReader;

class RepresentationKindTest {
    private static final RunSettings RUN = new RunSettings(1, 8, 5);

    @TempDir
    static Path folder;

    private static DataSource source;

    @BeforeAll
    static void makeUpGestures() throws IOException {
        source = new DataSource(
                Optional.of(SmallGestures.write(folder)), folder, SmallGestures.SETTINGS, 1, remark -> {});
    }

    private static Recipe recipe(String representation, String more) {
        return RecipeReader.parse(
                "small",
                SmallGestures.RECIPE.replace("steps: 4", "steps: 4, representation: {" + representation + "}" + more));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "averaged-time-surfaces: {cell: 2, radius: 1, tauMicros: 9000, windowMicros: 50000} | 18 | 8",
                "bina-rep: {bits: 3} | 2 | 16",
                "event-spike-tensor: {kernel: knots, knots: [0.2, 1, 0.4]} | 2 | 16",
                "time-surface: {tauMicros: 20000} | 2 | 16",
                "voxel-grid: {} | 1 | 16"
            })
    void aModelIsTrainedAndTestedOnEachRepresentation(String representation, int channels, int side)
            throws IOException {
        Recipe recipe = recipe(representation, "");
        Path run = folder.resolve(representation.substring(0, 6));
        TrainingResult trained =
                TrainingJob.start(recipe, RUN, source, run).run(new ProgressListener() {}, remark -> {});
        EvaluationJob.Result tested = EvaluationJob.run(run, source);

        assertThat(tested.description().input().inputType())
                .isEqualTo(InputDescription.frames(4, channels, side, side).inputType());
        assertThat(tested.evaluation().accuracy()).isEqualTo(trained.testAccuracy());
    }

    @Test
    void aLearnedQuantizationIsTrainedAndTestedOnAFineVoxelGrid() throws IOException {
        Recipe recipe = RecipeReader.parse(
                "small",
                recipe("voxel-grid: {perPolarity: true}", "")
                        .text()
                        .replace("steps: 4", "steps: 13")
                        .replace("layers:", "layers:\n  - learned-quantization: {stride: 4, kernel: 9}"));
        Path run = folder.resolve("learned");
        TrainingResult trained =
                TrainingJob.start(recipe, RUN, source, run).run(new ProgressListener() {}, remark -> {});
        EvaluationJob.Result tested = EvaluationJob.run(run, source);

        INDArray kernel =
                ModelFile.load(run.resolve("model.zip")).network().getLayer(0).getParam("K");
        float[] first = {0, 0.25f, 0.5f, 0.75f, 1, 0.75f, 0.5f, 0.25f, 0};
        assertThat(kernel.toFloatVector()).hasSize(9).isNotEqualTo(first);
        assertThatThrownBy(() -> EvaluationJob.overSteps(run, source, List.of(5)))
                .hasMessageContaining("at its own 13 steps alone");
        assertThat(tested.evaluation().accuracy()).isEqualTo(trained.testAccuracy());
    }

    @Test
    void samplesAreTheFramesOfTheClassAtTheSizeOfTheRecipe() throws IOException {
        EventDataSet data = DvsGesture.open(source.folder().get());
        EventFrames frames = new ResizedFrames(new TimeSurface(4, 20_000, 16, 16), new Resize(16, 16));
        float[] first = frames.bin(data.samples(Split.TEST).get(0).events());
        INDArray batch = source.open(recipe("time-surface: {tauMicros: 20000}", ""), RUN)
                .epochs()
                .test()
                .next()
                .getFeatures();

        assertThat(batch.shape()).startsWith(8, 2, 4, 16, 16);
        for (int i = 0; i < first.length; i++) {
            int slice = i / 512;
            assertThat(batch.getFloat(0, i / 256 % 2, slice, i / 16 % 16, i % 16))
                    .isEqualTo(first[i]);
        }
    }

    @Test
    void unknownNamesAndKeysAndSlicingsWithoutMeaningAreRefused() {
        assertThatThrownBy(() -> source.open(recipe("voxel-gird: {}", ""), RUN))
                .isInstanceOf(RecipeException.class)
                .hasMessageContaining("voxel-grid?");
        assertThatThrownBy(() -> source.open(recipe("bina-rep: {bits: 2, bit: 3}", ""), RUN))
                .hasMessageContaining("data.representation.bina-rep.bit");
        assertThatThrownBy(() -> source.open(recipe("bina-rep: {bits: 2}, voxel-grid: {}", ""), RUN))
                .hasMessageContaining("must be one representation");
        assertThatThrownBy(() -> source.open(recipe("voxel-grid: {}", ", slicing: count"), RUN))
                .hasMessageContaining("leave out data.slicing");
        assertThatThrownBy(() -> source.open(recipe("event-spike-tensor: {tau: 2}", ""), RUN))
                .hasMessageContaining("has no meaning for this kernel");
        assertThatThrownBy(() -> source.open(recipe("event-spike-tensor: {kernel: knots, knots: [1, 2]}", ""), RUN))
                .hasMessageContaining("odd number");
        Recipe vectors = RecipeReader.parse(
                "x", recipe("voxel-grid: {}", "").text().replace("set: gesture, size: 16", "set: imdb"));
        assertThatThrownBy(() -> new DataSource(Optional.empty(), folder, SmallGestures.SETTINGS, 1, remark -> {})
                        .open(vectors, RUN))
                .hasMessageContaining("data.representation")
                .hasMessageContaining("is made of events");
    }

    @Test
    void pageNamesEveryKindAndKey() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/recipes.md"));
        for (RepresentationKind kind : RepresentationKind.values()) {
            assertThat(lines).as(kind.spelling()).anySatisfy(line -> {
                assertThat(line).startsWith("| `" + kind.spelling() + "`");
                kind.keys().forEach(key -> assertThat(line).contains("`" + key + "`"));
            });
        }
        assertThat(Arrays.stream(RepresentationKind.values()).map(RepresentationKind::spelling))
                .isSorted();
    }
}
