package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spike4j.training.IterationReport;
import org.spike4j.training.model.EpochRecord;

/** The small texts: JSON, the progress line, words for a shell. */
class PrintedTextTest {
    private static final IterationReport HALF = new IterationReport(2, 4, 7, 0.51234, 0.876, 1234.4, 0.5, 3725, 0.01);

    private final StringWriter err = new StringWriter();

    @Test
    void jsonIsOneLineOfRoundedNumbers() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("share", 1 / 3.0);
        values.put("small", 1.25e-5);
        values.put("unknown", Double.NaN);
        values.put("endless", Double.POSITIVE_INFINITY);
        values.put("count", 12L);
        values.put("inner", Map.of("rate", 0.1f));
        values.put("list", List.of(2.0000000001, "a\nb"));

        assertThat(JsonLine.of(values))
                .isEqualTo("{\"share\":0.333333,\"small\":1.25E-5,\"unknown\":null,\"endless\":null,\"count\":12,"
                        + "\"inner\":{\"rate\":0.1},\"list\":[2.0,\"a\\nb\"]}");
    }

    @Test
    void progressLineFitsTheTerminalAndIsRedrawnInPlace() {
        ProgressLine line = new ProgressLine(new PrintWriter(err), 60, false);

        line.show(HALF, 0);

        String drawn = err.toString();
        assertThat(drawn)
                .startsWith("\r\033[Kepoch 2/4 ============............  50 %")
                .doesNotContain("\n");
        assertThat(drawn.replace("\r\033[K", "")).hasSize(59);
    }

    @Test
    void wideTerminalShowsEverything() {
        new ProgressLine(new PrintWriter(err), 200, true).show(HALF, 0);

        assertThat(err.toString())
                .contains("loss 0.5123", "accuracy 87.6 %", "1234 samples/s", "1:02:05 left", "\u2501\u2500");
    }

    @Test
    void progressLineIsDrawnAtMostTenTimesSecond() {
        ProgressLine line = new ProgressLine(new PrintWriter(err), 200, true);

        for (long nanos = 0; nanos < 1_000_000_000; nanos += 1_000_000) {
            line.show(HALF, nanos);
        }

        assertThat(err.toString().split("\r", -1)).hasSize(1 + 10);
    }

    @Test
    void withoutTerminalThereIsOneLinePerEpoch() {
        ProgressLine line = new ProgressLine(new PrintWriter(err), 0, true);
        TrainingProgress progress = new TrainingProgress(line, 4, () -> 0);

        progress.iterationDone(HALF);
        progress.epochDone(new EpochRecord(1, 0.5, 0.7, 0.6, 2.5, 400, 0, 1e-3), true);
        progress.epochDone(new EpochRecord(2, 0.4, 0.8, Double.NaN, 2.5, 400, 0, 1e-3), false);

        assertThat(err.toString().lines())
                .containsExactly(
                        "epoch 1/4  loss 0.5000  training  70.0 %  validation  60.0 % *  400 samples/s  2.5 s",
                        "epoch 2/4  loss 0.4000  training  80.0 %  400 samples/s  2.5 s");
    }

    @Test
    void jsonArraysOfNumbersStayArrays() {
        assertThat(JsonLine.of(Map.of("confusion", new int[][] {{1, 2}, {3, 4}})))
                .isEqualTo("{\"confusion\":[[1,2],[3,4]]}");
    }

    @Test
    void textsForTheShellAreOneWord() {
        assertThat(Arrays.asList(Shell.quoted("runs/a-1"), Shell.quoted("my data"), Shell.quoted("it's")))
                .containsExactly("runs/a-1", "'my data'", "'it'\\''s'");
    }

    @Test
    void durationsAreMinutesAndSeconds() {
        assertThat(List.of(Duration.text(0.4), Duration.text(65), Duration.text(3600 + 59)))
                .containsExactly("0:00", "1:05", "1:00:59");
    }
}
