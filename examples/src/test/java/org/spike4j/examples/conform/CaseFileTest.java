package org.spike4j.examples.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases written here: one computed by hand, and damaged copies of it. */
class CaseFileTest {
    /** Two integrators over two steps; the first fires at 1.25 and keeps 0.25, the slope is 1 within 0.5 of 1. */
    private static final String BY_HAND = """
            {
              "case": "by_hand", "model": "IFNode",
              "params": {"v_threshold": 1, "v_reset": null, "detach_reset": true},
              "surrogate": {"name": "Rect", "alpha": 1, "fires_if": "x >= 0"},
              "reset": {"mode": "subtract", "value": null, "detached": true, "delayed": false},
              "shape": {"T": 2, "N": 1, "n": 2},
              "initial_state": {"v": 0},
              "input": [[[0.75, 0.25]], [[0.5, 0.25]]],
              "spikes": [[[0, 0]], [[1, 0]]],
              "membrane": [[[0.75, 0.25]], [[1.25, 0.5]]],
              "membrane_after_reset": [[[0.75, 0.25]], [[0.25, 0.5]]],
              "grad_output_on": "spikes", "grad_output": [[[1, 1]], [[2, 1]]],
              "loss": 2,
              "grad_input": [[[3, 0]], [[2, 0]]],
              "grad_params": {"v_threshold": -3}
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theCaseByHandPasses() throws IOException {
        ConformanceReport report = Conformance.run(List.of(write(BY_HAND)));
        assertThat(report.failed()).isEmpty();
        assertThat(report.covered()).containsExactly("by_hand");
        assertThat(report.passed()).isEqualTo(1);
        assertThat(report.maxError()).isZero();
        assertThat(report.maxErrorFloat()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"loss\": 2 | \"loss\": 2.00001 | loss differs by",
                "\"loss\": 2 | \"loss\": 2, \"w\": [[[0, 0]], [[0, 0]]] | w is not computed here",
                "[[3, 0]], [[2, 0]] | [[3, 0.00001]], [[2, 0]] | grad_input differs by",
                "\"v_threshold\": -3 | \"v_threshold\": -2.9999 | gradient of v_threshold differs by",
                "\"v_threshold\": -3 | \"tau\": -3 | gradient of tau is not computed here",
                "[[1.25, 0.5]] | [[1.25, 0.50001]] | membrane differs by",
                "[[0.25, 0.5]] | [[0.25, 0.50001]] | membrane_after_reset differs by",
                "[[0, 0]], [[1, 0]] | [[0, 0]], [[1, 1]] | 1 of 4 spikes differ",
                "\"detached\": true | \"detached\": false | grad_input differs by",
                "\"v_threshold\": 1, | \"v_threshold\": 1.25, | membrane_after_reset differs by",
                "\"alpha\": 1 | \"alpha\": -1 | must be positive and finite",
            })
    void aWrongNumberFailsAndIsNamed(String right, String wrong, String reason) throws IOException {
        assertThat(BY_HAND).contains(right);
        ConformanceReport report = Conformance.run(List.of(write(BY_HAND.replace(right, wrong))));
        assertThat(report.covered()).containsExactly("by_hand");
        assertThat(report.passed()).isZero();
        assertThat(report.failed()).singleElement().satisfies(failure -> {
            assertThat(failure.name()).isEqualTo("by_hand");
            assertThat(failure.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"model\": \"IFNode\" | \"model\": \"PSN\"",
                "\"name\": \"Rect\" | \"name\": \"PoissonPass\"",
                "\"detach_reset\": true | \"detach_reset\": true, \"unheard_of\": 1"
            })
    void whatThisLibraryLacksIsNotCovered(String known, String unknown) throws IOException {
        ConformanceReport report = Conformance.run(List.of(write(BY_HAND.replace(known, unknown))));
        assertThat(report.uncovered()).containsExactly("by_hand");
        assertThat(report.cases()).isEqualTo(1);
        assertThat(report.passed()).isZero();
    }

    @Test
    void aTruncatedFileNamesItselfAndTheByte() throws IOException {
        Path file = write(BY_HAND.substring(0, 400));
        assertThatThrownBy(() -> Conformance.run(List.of(file)))
                .isInstanceOf(CaseFormatException.class)
                .hasMessageStartingWith(file + ": is no complete JSON document at byte ")
                .hasMessageContaining(" of 400 (")
                .hasMessageEndingWith("copy the file again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[[0.75, 0.25]], [[0.5, 0.25]]] | [[0.75, 0.25], [0.5, 0.25]]"
                        + " | input must be an array of numbers [2][1][2], was an array [2][2]",
                "[[3, 0]] | [[3, null]] | grad_input must be an array of numbers [2][1][2], was an array [2][1][2]",
                "\"T\": 2 | \"T\": 0 | shape.T must be a whole number of at least 1, was 0",
                "\"model\": \"IFNode\" | \"model\": 7 | model must be a string, was 7",
                "\"v_threshold\": 1 | \"v_threshold\": \"one\" | params.v_threshold must be a number, was \"one\"",
                "\"mode\": \"subtract\" | \"mode\": \"half\" | reset.mode must be subtract, subtract v_th - v_reset, zero, value, gated or none",
                "x >= 0 | x = 0 | surrogate.fires_if must be one of",
                "\"grad_output_on\": \"spikes\" | \"grad_output_on\": \"clouds\" | grad_output_on must be one of",
                "\"initial_state\": {\"v\": 0} | \"initial_state\": {} | initial_state.v must be an array"
            })
    void aFieldOfTheWrongShapeNamesFileFieldAndBothShapes(String right, String wrong, String sentence)
            throws IOException {
        assertThat(BY_HAND).contains(right);
        Path file = write(BY_HAND.replace(right, wrong));
        assertThatThrownBy(() -> Conformance.run(List.of(file)))
                .isInstanceOf(CaseFormatException.class)
                .hasMessageStartingWith(file + ": " + sentence);
    }

    @Test
    void aFileWithoutAnObjectIsNoCase() throws IOException {
        Path file = write("[1, 2]");
        assertThatThrownBy(() -> Conformance.run(List.of(file)))
                .isInstanceOf(CaseFormatException.class)
                .hasMessage(file + ": must hold one JSON object with the fields of a case");
    }

    @Test
    void foldersAreSearchedForJsonFilesAtAnyDepth() throws IOException {
        write(BY_HAND);
        Files.writeString(Files.createDirectory(folder.resolve("deeper")).resolve("b.json"), BY_HAND);
        Files.writeString(folder.resolve("notes.txt"), "no case");
        assertThat(Conformance.run(List.of(folder)).passed()).isEqualTo(2);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("case.json"), text);
    }
}
