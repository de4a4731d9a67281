package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.spike4j.examples.SmallGestures;
import org.spike4j.training.model.ModelJson;

/** A whole training through the command line, from event files to the tested model. */
class TrainingRunTest {
    @TempDir
    static Path folder;

    private static Path data;
    private static Path recipe;

    @BeforeAll
    static void writeData() throws IOException {
        data = SmallGestures.write(folder);
        recipe = Files.writeString(folder.resolve("small.yaml"), SmallGestures.RECIPE);
    }

    @Test
    void trainingAnswersWritesItsFilesAndIsEvaluatedAlike() throws IOException {
        Path out = folder.resolve("run");

        Spoken trained = Spoken.by(
                "train",
                recipe,
                "--data",
                data,
                "--threads",
                2,
                "--data-threads",
                1,
                "--out",
                out,
                "--seed",
                7,
                "--json");

        assertThat(trained.exitCode()).as(trained.err()).isZero();
        JsonNode answer = trained.json();
        assertThat(keys(answer))
                .startsWith(
                        "recipe",
                        "dataset",
                        "epochs",
                        "seed",
                        "trainSamples",
                        "testSamples",
                        "validationAccuracy",
                        "testAccuracy",
                        "samplesPerSecond",
                        "seconds",
                        "peakRssMb",
                        "parameters",
                        "firingRates");
        assertThat(answer.get("epochs").asInt()).isEqualTo(2);
        assertThat(answer.get("seed").asInt()).isEqualTo(7);
        assertThat(answer.get("trainSamples").asInt()).isEqualTo(3 * 11);
        assertThat(answer.get("testSamples").asInt()).isEqualTo(11);
        assertThat(answer.get("firingRates").get("conv1").asDouble()).isBetween(1e-4, 1.0);
        assertThat(answer.get("dataWaitShare").asDouble()).isBetween(0.0, 1.0);
        assertThat(trained.err().lines())
                .filteredOn(line -> line.startsWith("epoch "))
                .hasSize(2);
        for (String file : List.of(
                "model.zip",
                "checkpoint.zip",
                "metrics.jsonl",
                "report.html",
                "learning-curve.png",
                "confusion-matrix.png",
                "firing-rates.png",
                "spike-raster.png",
                "input.png")) {
            assertThat(out.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("rate-readout", "Firing rate of conv1", "base64")
                .doesNotContain("{{");

        Spoken evaluated = Spoken.by("evaluate", out, "--data", data, "--json");
        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
        assertThat(evaluated.json().get("testAccuracy")).isEqualTo(answer.get("testAccuracy"));
        assertThat(evaluated.json().get("testSamples").asInt()).isEqualTo(11);

        Path plot = out.resolve("accuracy.png");
        Spoken overTime = Spoken.by(
                "evaluate", out, "--data", data, "--steps", "4,8", "--early-exit", "0.001,2", "--plot", plot, "--json");
        assertThat(overTime.exitCode()).as(overTime.err()).isZero();
        assertThat(ImageIO.read(plot.toFile())).isNotNull();
        JsonNode steps = overTime.json().get("steps");
        assertThat(steps).hasSize(2);
        assertThat(steps.get(0).get("testAccuracy")).isEqualTo(answer.get("testAccuracy"));
        assertThat(steps.get(1).get("timeScale").asDouble()).isEqualTo(0.5);
        JsonNode exits = overTime.json().get("earlyExit");
        assertThat(exits.get(0).get("meanSteps").asDouble()).isBetween(1.0, 4.0);
        assertThat(exits.get(1).get("meanSteps").asDouble()).isEqualTo(4);
        assertThat(exits.get(1).get("testAccuracy")).isEqualTo(answer.get("testAccuracy"));
    }

    @Test
    void aRecipeTrainsByWindowsOfTime() throws IOException {
        Path windows = Files.writeString(
                folder.resolve("windows.yaml"), SmallGestures.RECIPE.replace("batch: 8", "batch: 8, truncation: 2"));
        Spoken trained = Spoken.by("train", windows, "--data", data, "--out", folder.resolve("windows"), "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.json().get("truncation").asInt()).isEqualTo(2);
        Spoken both =
                Spoken.by("train", windows, "--data", data, "--out", folder.resolve("both"), "--replicas", 2, "--json");
        assertThat(both.exitCode()).isEqualTo(2);
        assertThat(both.err()).contains("truncation works with one replica");
    }

    @Test
    void replicasTrainTheSameNetworkInAsManySteps() throws IOException {
        Spoken alone = Spoken.by("train", recipe, "--data", data, "--out", folder.resolve("alone"), "--json");
        Spoken shared = Spoken.by(
                "train", recipe, "--data", data, "--out", folder.resolve("shared"), "--replicas", 2, "--json");

        assertThat(shared.exitCode()).as(shared.err()).isZero();
        assertThat(shared.json().get("parameters")).isEqualTo(alone.json().get("parameters"));
        assertThat(firstLoss("shared")).isCloseTo(firstLoss("alone"), within(0.01));
    }

    private static double firstLoss(String run) throws IOException {
        String line =
                Files.readAllLines(folder.resolve(run).resolve("metrics.jsonl")).get(0);
        return ModelJson.mapper().readTree(line).get("trainLoss").asDouble();
    }

    @Test
    void trainingWithoutJsonSaysWhereTheReportIs() {
        Path out = folder.resolve("plain");

        Spoken spoken = Spoken.by("train", recipe, "--data", data, "--out", out, "--epochs", 1, "--batch", 11);

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        assertThat(spoken.outLines()).hasSize(3);
        assertThat(spoken.out())
                .contains(
                        "test accuracy",
                        "after 1 epoch in",
                        out.resolve("report.html").toString());
    }

    private static List<String> keys(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
