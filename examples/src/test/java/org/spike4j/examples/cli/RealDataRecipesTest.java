package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;

/** The recipes of recorded data train on small made up data in the layouts of their sets. */
class RealDataRecipesTest {
    @TempDir
    Path folder;

    @Test
    void spokenDigitsLearnsTonesFromTheirFiles() throws IOException {
        JsonNode answer = trained("spoken-digits", SmallSets.spokenDigits(folder.resolve("data"), 11), 30);

        assertThat(answer.get("dataset").asText()).isEqualTo("Free Spoken Digits");
        assertThat(answer.get("testSamples").asInt()).isEqualTo(50);
        assertThat(answer.get("testAccuracy").asDouble()).isGreaterThan(0.7);
    }

    @Test
    void dvsObjectsLearnsWhereTheEventsAre() throws IOException {
        JsonNode answer = trained("dvs-objects", SmallSets.recordings(folder.resolve("data")), 8);

        assertThat(answer.get("trainSamples").asInt()
                        + answer.get("testSamples").asInt())
                .isBetween(2 * 33, 2 * 37); // of 2 x 40 windows, less those of validation
        assertThat(answer.get("testAccuracy").asDouble()).isGreaterThan(0.7);
    }

    @Test
    void brailleLearnsWhichTaxelIsPressed() throws IOException {
        JsonNode answer = trained("braille", SmallSets.braille(folder.resolve("data"), 25), 30);

        assertThat(answer.get("testSamples").asInt()).isEqualTo(20);
        assertThat(answer.get("testAccuracy").asDouble()).isGreaterThan(0.7);
    }

    @Test
    void aRecipeOfSoundsTrainsOnFoldersAndMixesThem() throws IOException {
        Path recipe = Files.writeString(folder.resolve("sounds.yaml"), """
                name: low-or-high
                description: low and high sounds
                data:
                  set: sounds
                  steps: 10
                  options: {channels: 16, test: 0.25}
                  transforms:
                    - drop-events: {most: 0.2}
                    - time-jitter: {stdMicros: 500}
                  mixing: {mix-up: {alpha: 0.5, probability: 0.2}}
                neuron: {model: lif, tau: 2}
                layers:
                  - dense: {units: 20}
                  - leaky-readout: {reduction: mean}
                training: {epochs: 6, batch: 8, learningRate: 0.01}
                """);

        JsonNode answer = trained(recipe.toString(), SmallSets.sounds(folder.resolve("data")), 6);

        assertThat(answer.get("testSamples").asInt()).isEqualTo(10);
        assertThat(answer.get("testAccuracy").asDouble()).isGreaterThan(0.8);
    }

    @Test
    void eventKeysAreRefusedWhereThereAreNoEvents() throws IOException {
        Path recipe = Files.writeString(folder.resolve("letters.yaml"), """
                name: letters
                data: {set: braille, steps: 76, transforms: [flip-horizontal: {}]}
                layers:
                  - dense: {units: 4}
                  - rate-readout: {}
                training: {epochs: 1}
                """);

        Spoken spoken = Spoken.by(
                "train",
                recipe,
                "--data",
                SmallSets.braille(folder.resolve("data"), 5),
                "--out",
                folder.resolve("run"));

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("data.transforms changes events, of which Braille letters has none");
    }

    @Test
    void aWavFileIsConvertedAndDrawnAsSpikes() throws IOException {
        Path sounds = SmallSets.sounds(folder.resolve("data"));
        Path out = folder.resolve("spikes.aedat4");

        Spoken converted = Spoken.by("data", "convert", sounds.resolve("low/0.wav"), out, "--json");
        Spoken info = Spoken.by("data", "info", out, "--json");

        assertThat(converted.exitCode()).as(converted.err()).isZero();
        assertThat(info.json().get("events")).isEqualTo(converted.json().get("events"));
        assertThat(info.json().get("width").asInt()).isEqualTo(64);
        assertThat(info.json().get("height").asInt()).isEqualTo(1);
    }

    private JsonNode trained(String recipe, Path data, int epochs) throws IOException {
        Spoken spoken = Spoken.by(
                "train",
                recipe,
                "--data",
                data,
                "--epochs",
                epochs,
                "--batch",
                8,
                "--seed",
                1,
                "--out",
                folder.resolve("run"),
                "--json");
        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        return spoken.json();
    }
}
