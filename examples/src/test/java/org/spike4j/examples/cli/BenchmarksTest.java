package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.databind.JsonNode;

/** What the benchmarks answer; how fast they are is not a matter of tests. */
class BenchmarksTest {
    private static final String[] KEYS = {
        "bench", "threads", "forwardMedianMs", "backwardMedianMs", "totalMedianMs", "samplesPerSecond", "peakRssMb"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lif --T 4 --N 2 --n 33",
                "linear-lif --T 4 --N 2 --n 33",
                "linear-lif --T 4 --N 2 --n 33 --density 0.5",
                "mlp --T 3 --N 4 --hidden 17",
                "dvs-conv --T 2 --N 2 --C 3 --hw 16 --density 0.2"
            })
    void benchmarkAnswersWithItsKeys(String arguments) throws IOException {
        JsonNode answer = answer("bench " + arguments + " --threads 1 --warmup 1 --reps 3");

        assertThat(names(answer)).startsWith(KEYS);
        assertThat(answer.get("bench").asText()).isEqualTo(arguments.split(" ", -1)[0]);
        assertThat(answer.get("totalMedianMs").asDouble()).isPositive();
        assertThat(answer.get("T").asInt()).isEqualTo(Integer.parseInt(arguments.split(" ", -1)[2]));
    }

    @Test
    void latencyAnswersWithPercentilesAndGarbage() throws IOException {
        JsonNode answer = answer("bench latency --steps 100 --warmup 10 --threads 2");

        assertThat(names(answer)).startsWith(KEYS).contains("p50Ms", "p99Ms", "maxMs", "allocatedBytesPerStep");
        assertThat(answer.get("threads").asInt()).isEqualTo(1);
        assertThat(answer.get("p50Ms").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(answer.get("p99Ms").asDouble());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp --T 3 --N 4 --hidden 17", "dvs-conv --T 2 --N 2 --C 3 --hw 16"})
    void profileAddsUpToTheStep(String arguments) throws IOException {
        String call = "bench " + arguments + " --threads 1 --warmup 1 --reps 3 --profile";
        JsonNode profile = answer(call).get("profile");

        double step = profile.get("stepMs").asDouble();
        double byStage = 0;
        for (JsonNode ms : profile.get("stagesMs")) {
            byStage += ms.asDouble();
        }
        double byLayer = 0;
        for (JsonNode layer : profile.get("layersMs")) {
            for (JsonNode ms : layer) {
                byLayer += ms.asDouble();
            }
        }
        assertThat(byStage / step).isBetween(0.999, 1.001);
        assertThat(byLayer / step).isBetween(0.999, 1.001);
        assertThat(names(profile.get("stagesMs"))).contains("current", "neuron", "loss", "updater", "other");
        assertThat(Spoken.by((Object[]) call.split(" ", -1)).out()).contains("share", "garbage a step", "100.0 %");
    }

    @Test
    void allRunsEachInItsOwnProcess() throws IOException {
        JsonNode answer = answer("bench all --quick --only linear-lif --threads 1");

        assertThat(answer.get("results"))
                .extracting(result -> result.get("bench").asText())
                .containsExactly("linear-lif", "linear-lif");
        assertThat(answer.get("results"))
                .allSatisfy(result -> assertThat(names(result)).contains(KEYS));
    }

    @Test
    void decodingAnswersWithARateForEachFormatAndLeavesNoFile() throws IOException {
        JsonNode answer =
                answer("bench decode --events 1000 --formats raw,aedat2 --dir " + folder + " --warmup 1 --reps 3");

        assertThat(names(answer))
                .startsWith(KEYS)
                .endsWith(
                        "events",
                        "rawMillionPerSecond",
                        "rawMillionPerCpuSecond",
                        "rawFileMb",
                        "aedat2MillionPerSecond",
                        "aedat2MillionPerCpuSecond",
                        "aedat2FileMb",
                        "peakHeapMb",
                        "heapLimitMb",
                        "binningMillionPerSecond",
                        "binningMillionPerCpuSecond");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void allComparesWithTheScriptsOfAFolder() throws IOException {
        Path python = folder.resolve("python.sh");
        Files.writeString(
                python,
                "#!/bin/sh\necho some words\necho '{\"total_median_ms\": 1e9, \"peak_rss_mb\": 7, \"called\": \"'\"$*\"'\"}'\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();

        String call = "bench all --quick --only mlp --threads 1 --scripts " + folder + " --python " + python;
        JsonNode result = answer(call).get("results").get(0);

        assertThat(result.get("pyTorch").asText()).isEqualTo("bench_mlp.py --lib hoist");
        assertThat(result.get("pyTorchPeakRssMb").asInt()).isEqualTo(7);
        assertThat(result.get("timesFaster").asDouble()
                        * result.get("totalMedianMs").asDouble())
                .isBetween(0.999e9, 1.001e9);
    }

    @Test
    void failureOfAScriptIsInTheTableAndFailsTheRun() {
        String call = "bench all --quick --only mlp --threads 1 --scripts " + folder + " --python /bin/false";
        Spoken spoken = Spoken.by((Object[]) call.split(" ", -1));

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.out()).contains("mlp", "the process ended with code 1");
    }

    @Test
    void growthDrawsAndTabulatesEachQuantity() throws IOException {
        JsonNode answer = answer("bench growth --quick --over N --threads 1 --out " + folder);

        JsonNode sweep = answer.get("sweeps").get(0);
        assertThat(sweep.get("over").asText()).isEqualTo("N");
        assertThat(sweep.get("totalMedianMs")).hasSize(2);
        assertThat(sweep.get("timeExponent").isNumber()).isTrue();
        assertThat(ImageIO.read(folder.resolve("growth.png").toFile()).getWidth())
                .isEqualTo(1920);
        assertThat(Files.readAllLines(folder.resolve("growth.csv")))
                .hasSize(3)
                .startsWith("quantity,value,totalMedianMs,peakRssMb");
        assertThat(folder.resolve("growth.json")).content().contains("\"over\":\"N\"");
    }

    @Test
    void threadsComparesOneWithTwo() throws IOException {
        JsonNode answer = answer("bench threads --T 2 --N 2 --C 3 --hw 16 --rounds 1 --warmup 1 --reps 3");

        assertThat(names(answer)).startsWith(KEYS);
        assertThat(answer.get("speedup").asDouble()
                        * answer.get("totalMedianMs").asDouble())
                .isCloseTo(answer.get("oneThreadMedianMs").asDouble(), within(1e-3));
    }

    private static JsonNode answer(String call) throws IOException {
        Spoken spoken = Spoken.by((Object[]) (call + " --json").split(" ", -1));
        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        return spoken.json();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
