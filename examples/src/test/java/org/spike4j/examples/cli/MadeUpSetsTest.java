package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.spike4j.datasets.text.synthetic.SyntheticReviewSettings;
import org.spike4j.datasets.text.synthetic.SyntheticReviews;
import org.spike4j.datasets.volume.synthetic.SyntheticVolumeSettings;
import org.spike4j.datasets.volume.synthetic.SyntheticVolumes;

/** Small trainings on volumes and texts through the command line, from their files to the tested model. */
class MadeUpSetsTest {
    private static final String VOLUME = """
            name: small-volume
            description: a small one
            data: {set: luna16, steps: 8, validation: 0.2}
            layers:
              - conv: {channels: 4, stride: 2, pool: max}
              - conv: {channels: 8, pool: max}
              - leaky-readout: {reduction: mean}
            training: {epochs: 2, batch: 8, learningRate: 0.005}
            """;
    private static final String TEXT = """
            name: small-text
            description: a small one
            data: {set: imdb, steps: 20, validation: 0.2, options: {vocabulary: 80, keep: last}}
            layers:
              - dense: {units: 8, bias: false, neuron: {model: none}}
              - recurrent: {units: 16, neuron: {threshold: 0.1}}
              - leaky-readout: {reduction: last}
            training: {epochs: 2, batch: 10, learningRate: 0.005}
            """;

    @TempDir
    Path folder;

    @Test
    void volumesAreTrainedOnSliceBySlice() throws IOException {
        Path data = SyntheticVolumes.prepare(
                folder.resolve("volumes"), SyntheticVolumeSettings.defaults().withSeries(10, 4));

        JsonNode answer = trained(VOLUME, data);

        assertThat(answer.get("dataset").asText()).isEqualTo("LUNA16 patches");
        assertThat(answer.get("trainSamples").asInt()).isEqualTo(32);
        assertThat(answer.get("testSamples").asInt()).isEqualTo(16);
    }

    @Test
    void textsAreTrainedOnWordByWord() throws IOException {
        Path data = SyntheticReviews.prepare(
                folder.resolve("reviews"), SyntheticReviewSettings.defaults().withReviews(50, 10));

        JsonNode answer = trained(TEXT, data);

        assertThat(answer.get("dataset").asText()).isEqualTo("IMDB reviews");
        assertThat(answer.get("trainSamples").asInt()).isEqualTo(80);
        assertThat(answer.get("testSamples").asInt()).isEqualTo(20);
        assertThat(answer.at("/firingRates/recurrent1").asDouble())
                .as(answer.toString())
                .isBetween(1e-3, 1.0);
    }

    @Test
    void optionsThatADataSetDoesNotKnowAreRefused() throws IOException {
        Path recipe =
                Files.writeString(folder.resolve("wrong.yaml"), TEXT.replace("vocabulary: 80", "vocabullary: 80"));
        Spoken spoken = Spoken.by("train", recipe, "--data", folder, "--out", folder.resolve("out"));

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("data.options.vocabullary").contains("vocabulary");
    }

    /** Trains, and tests the written model once more. */
    private JsonNode trained(String text, Path data) throws IOException {
        Path recipe = Files.writeString(folder.resolve("small.yaml"), text);
        Path out = folder.resolve("run");
        Spoken trained = Spoken.by("train", recipe, "--data", data, "--out", out, "--json");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        JsonNode answer = trained.json();
        assertThat(out.resolve("report.html")).isNotEmptyFile();

        Spoken evaluated = Spoken.by("evaluate", out, "--data", data, "--json");
        assertThat(evaluated.exitCode()).as(evaluated.err()).isZero();
        assertThat(evaluated.json().get("testAccuracy")).isEqualTo(answer.get("testAccuracy"));
        return answer;
    }
}
