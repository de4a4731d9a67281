package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.spike4j.examples.SmallGestures;
import org.spike4j.layers.SpikingConv2D;
import org.spike4j.neuron.kernel.SpikeKernels;
import org.spike4j.training.model.ModelFile;

/** Plans of memory through the command line. */
class MemoryOptionsTest {
    private static final int BATCH = 600;

    @TempDir
    static Path folder;

    private static Path data;
    private static Path normalised;
    private static Path plain;
    private static Path deep;

    @BeforeAll
    static void writeData() throws IOException {
        data = SmallGestures.write(folder);
        normalised = Files.writeString(folder.resolve("normalised.yaml"), SmallGestures.RECIPE);
        deep = Files.writeString(folder.resolve("deep.yaml"), deepRecipe());
        plain = Files.writeString(
                folder.resolve("plain.yaml"), SmallGestures.RECIPE.replace("pool: max", "pool: max, batchNorm: false"));
    }

    /** Two convolutions whose outputs fill vectors; the second one stores its currents, 9.4 MB of them. */
    private static String deepRecipe() {
        String layer = "  - conv: {channels: 16, pool: max}\n";
        return SmallGestures.RECIPE.replace("  - conv: {channels: 4, pool: max}\n", layer + layer);
    }

    private static JsonNode plan(Path recipe, Object... more) throws IOException {
        Spoken spoken = speak(recipe, more);
        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        return spoken.json();
    }

    private static Spoken speak(Path recipe, Object... more) {
        Object[] all = new Object[more.length + 8];
        System.arraycopy(
                new Object[] {"train", recipe, "--data", data, "--batch", BATCH, "--plan", "--json"}, 0, all, 0, 8);
        System.arraycopy(more, 0, all, 8, more.length);
        return Spoken.by(all);
    }

    @Test
    void aPlanNamesEveryLayerAndTrainsNothing() throws IOException {
        Path out = folder.resolve("never");
        JsonNode plan = plan(normalised, "--out", out, "--replicas", 2);
        assertThat(plan.get("batch").asInt()).isEqualTo(BATCH);
        assertThat(plan.get("steps").asInt()).isEqualTo(4);
        assertThat(plan.get("replicas").asInt()).isEqualTo(2);
        assertThat(plan.get("microBatches").asInt()).isEqualTo(1);
        assertThat(plan.get("exact").asBoolean()).isTrue();
        assertThat(plan.get("layers"))
                .extracting(layer -> layer.get("name").asText())
                .containsExactly("conv1", "dense1", "readout");
        assertThat(plan.get("predictedPeakMb").asDouble())
                .isGreaterThan(
                        plan.get("processMb").asDouble() + plan.get("batchesMb").asDouble());
        assertThat(out).doesNotExist();
    }

    @Test
    void microBatchesAreChosenForABudget() throws IOException {
        long whole = (long) plan(plain).get("predictedPeakMb").asDouble();
        JsonNode cut = plan(plain, "--memory", whole - 10 + "m");
        assertThat(cut.get("microBatches").asInt()).isGreaterThan(1);
        assertThat(cut.get("exact").asBoolean()).isTrue();
        assertThat(cut.get("predictedPeakMb").asDouble()).isLessThanOrEqualTo(whole - 10);
    }

    @Test
    void batchNormalisationIsCutOnlyIfAllowed() throws IOException {
        long whole = (long) plan(normalised).get("predictedPeakMb").asDouble();
        Spoken refused = speak(normalised, "--memory", whole - 10 + "m");
        assertThat(refused.exitCode()).isEqualTo(Failures.BAD_INPUT);
        assertThat(refused.err())
                .contains("the training needs at least " + (whole + 1) + "m for a mini-batch of " + BATCH)
                .contains("which changes the training");
        JsonNode cut = plan(normalised, "--memory", whole - 10 + "m", "--micro-batch-statistics");
        assertThat(cut.get("microBatches").asInt()).isGreaterThan(1);
        assertThat(cut.get("exact").asBoolean()).isFalse();
    }

    @Test
    void currentsAreComputedAgainForABudgetAndTheModelSaysSo() throws IOException {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
        JsonNode stored = plan(deep);
        assertThat(stored.get("recompute").asBoolean()).isFalse();
        assertThat(stored.get("layers"))
                .filteredOn(layer -> layer.get("packsSpikes").asBoolean())
                .extracting(layer -> layer.get("name").asText())
                .containsExactly("conv1", "conv2");
        String budget = (long) stored.get("predictedPeakMb").asDouble() - 5 + "m";
        JsonNode again = plan(deep, "--memory", budget);
        assertThat(again.get("recompute").asBoolean()).isTrue();
        assertThat(again.get("microBatches").asInt()).isEqualTo(1);
        Path out = folder.resolve("again");
        Object[] train = {
            "train", deep, "--data", data, "--batch", BATCH, "--epochs", 1, "--out", out, "--memory", budget, "--json"
        };
        Spoken trained = Spoken.by(train);
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("packed to a bit", "compute their currents again");
        MultiLayerConfiguration saved =
                ModelFile.load(out.resolve("model.zip")).network().getLayerWiseConfigurations();
        assertThat(((SpikingConv2D) saved.getConf(1).getLayer()).isRecompute()).isTrue();
    }

    @Test
    void whatFitsIsTrainedAsPlanned() throws IOException {
        long whole = (long) plan(plain).get("predictedPeakMb").asDouble();
        Spoken trained = Spoken.by(
                "train",
                plain,
                "--data",
                data,
                "--batch",
                BATCH,
                "--epochs",
                1,
                "--out",
                folder.resolve("fits"),
                "--memory",
                whole - 10 + "m",
                "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.err()).contains("predicted peak", "micro-batches on 1 replica");
        assertThat(trained.json().get("epochs").asInt()).isEqualTo(1);
    }

    @Test
    void aSizeThatIsNoneIsRefused() {
        Spoken spoken = speak(plain, "--memory", "much");
        assertThat(spoken.exitCode()).isEqualTo(Failures.BAD_INPUT);
        assertThat(spoken.err()).contains("a size of memory must be like 900m or 2g, was \"much\"");
    }
}
