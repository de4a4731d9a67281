package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that write pages. */
class PagesTest {
    private static final String CASE = """
            {
              "case": "by_hand", "library": "a library 1.0 (commit 1)", "model": "IFNode",
              "params": {"v_threshold": 1, "v_reset": null, "detach_reset": true},
              "surrogate": {"name": "Rect", "alpha": 1, "fires_if": "x >= 0"},
              "reset": {"mode": "subtract", "value": null, "detached": true, "delayed": false},
              "shape": {"T": 1, "N": 1, "n": 1},
              "initial_state": {"v": 0},
              "input": [[[1.25]]], "spikes": [[[1]]], "membrane": [[[1.25]]], "membrane_after_reset": [[[0.25]]],
              "grad_output_on": "spikes", "grad_output": [[[1]]], "loss": 1, "grad_input": [[[1]]], "grad_params": {}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void neuronsAreListedWithAFewWordsOnEach() throws IOException {
        assertThat(Spoken.by("neurons").outLines())
                .anySatisfy(line -> assertThat(line).startsWith("Lif ").endsWith(" leaky integrate-and-fire"));

        Spoken spoken = Spoken.by("neurons", "--json");
        assertThat(spoken.outLines()).hasSize(1);
        assertThat(spoken.json().get("models"))
                .extracting(model -> model.get("name").asText())
                .contains("Lif", "Leaky");
        assertThat(spoken.json().has("written")).isFalse();
    }

    @Test
    void galleryIsAPageWithPictures() throws IOException {
        Path out = folder.resolve("new/docs");

        Spoken spoken = Spoken.by("neurons", "--out", out, "--json");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.json().get("written").asText())
                .isEqualTo(out.resolve("neurons.md").toString());
        assertThat(out.resolve("neurons.md")).content().contains("# Neuron models", "](neurons/lif.png)");
        assertThat(ImageIO.read(out.resolve("neurons/lif.png").toFile()).getWidth())
                .isEqualTo(1600);
    }

    @Test
    void conformanceTableIsWrittenBesideTheAnswer() throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), CASE);
        Path table = folder.resolve("table.md");

        Spoken spoken = Spoken.by("conform", file, "--table", table, "--json");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.json().get("passed").asInt()).isEqualTo(1);
        assertThat(spoken.json().get("written").asText()).isEqualTo(table.toString());
        assertThat(table)
                .content()
                .contains("## a library 1.0 (commit 1)", "| IFNode | IntegrateAndFire | 1 | 0 | 0 |");
    }

    @Test
    void aTableThatCannotBeWrittenIsBadInput() throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), CASE);

        Spoken spoken = Spoken.by("conform", file, "--table", folder.resolve("missing/table.md"));

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("missing/table.md: no such file or folder");
    }
}
