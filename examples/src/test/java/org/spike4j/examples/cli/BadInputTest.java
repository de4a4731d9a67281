package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.aedat31.Aedat31Writer;
import org.spike4j.examples.SmallGestures;

/** Whatever is wrong with the input, the answer is one sentence on standard error and exit code 2. */
class BadInputTest {
    @TempDir
    static Path folder;

    /**
     * A call and what its complaint must say.
     *
     * @param arguments of the command line
     * @param said parts of the complaint
     */
    record Mistake(List<Object> arguments, List<String> said) {
        static Mistake of(List<Object> arguments, String... said) {
            return new Mistake(arguments, List.of(said));
        }
    }

    @BeforeAll
    static void writeFiles() throws IOException {
        Path whole = folder.resolve("whole.aedat");
        Aedat31Writer.write(
                whole,
                EventStream.builder(128, 128).add(1, 2, 3, 1).add(5, 6, 7, 0).build());
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(folder.resolve("cut.aedat"), Arrays.copyOf(bytes, bytes.length - 5));
        Files.write(folder.resolve("empty.aedat"), new byte[0]);
        Files.writeString(folder.resolve("text.aedat"), "no events in here\n");
        Files.writeString(folder.resolve("unknown-key.yaml"), SmallGestures.RECIPE.replace("units:", "unitz:"));
        Files.writeString(folder.resolve("broken.yaml"), "name: [");
        Files.writeString(folder.resolve("large.yaml"), SmallGestures.RECIPE.replace("size: 16", "size: 512"));
        Files.writeString(folder.resolve("small.yaml"), SmallGestures.RECIPE);
        Files.writeString(folder.resolve("text.zip"), "no model in here");
        Files.write(folder.resolve("other-version.zip"), zip("spike4j.json", "{\"formatVersion\": 99}"));
        Files.write(folder.resolve("other.zip"), zip("readme.txt", "hello"));
        Path lists = Files.createDirectories(folder.resolve("lists"));
        Files.writeString(lists.resolve("trials_to_train.txt"), "user01_natural.aedat\n");
        Files.writeString(lists.resolve("trials_to_test.txt"), "user01_natural.aedat\n");
        Files.createDirectories(folder.resolve("nothing"));
        Files.createDirectories(folder.resolve("done"));
        Files.write(folder.resolve("done/checkpoint.zip"), new byte[1]);
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                Mistake.of(List.of(), "a command is missing", "--help"),
                Mistake.of(List.of("tran"), "no command tran", "train"),
                Mistake.of(List.of("data"), "a command is missing", "info"),
                Mistake.of(List.of("train"), "RECIPE"),
                Mistake.of(List.of("recipes", "--jsn"), "--jsn", "--json"),
                Mistake.of(List.of("train", "gestures"), "no recipe gestures", "gesture, nmnist, mnist-mlp"),
                Mistake.of(List.of("train", in("absent.yaml")), "absent.yaml", "no such recipe file"),
                Mistake.of(List.of("train", in("unknown-key.yaml")), "unknown-key.yaml", "unitz", "units"),
                Mistake.of(List.of("train", in("broken.yaml")), "broken.yaml", "not valid YAML"),
                Mistake.of(List.of("train", "gesture", "--epochs", "0"), "--epochs must be at least 1, was 0"),
                Mistake.of(List.of("train", "gesture", "--replicas", "0"), "--replicas must be at least 1, was 0"),
                Mistake.of(List.of("train", "gesture", "--epochs", "many"), "--epochs", "many"),
                Mistake.of(List.of("train", "gesture", "--threads", "-1"), "--threads must be at least 1"),
                Mistake.of(List.of("train", "gesture", "--resume"), "--resume needs --out"),
                Mistake.of(List.of("train", "nmnist"), "nmnist needs --data DIR", "Train", "Test"),
                Mistake.of(List.of("train", "mnist-mlp"), "mnist-mlp needs --data DIR", "idx3"),
                Mistake.of(List.of("train", "nmnist", "--data", in("absent")), "absent: no such folder"),
                Mistake.of(List.of("train", "nmnist", "--data", in("nothing")), "nothing", "Train", "train*.txt"),
                Mistake.of(
                        List.of("train", "mnist-mlp", "--data", in("nothing")), "nothing", "train-labels-idx1-ubyte"),
                Mistake.of(List.of("train", "gesture", "--data", in("nothing")), "trials_to_train.txt"),
                Mistake.of(List.of("train", "gesture", "--data", in("lists")), "line 1", "user01_natural.aedat"),
                Mistake.of(List.of("train", "gesture", "--data", in("text.zip")), "text.zip: not a folder"),
                Mistake.of(List.of("train", "gesture", "--out", in("done")), "holds a training already", "--resume"),
                Mistake.of(List.of("train", "gesture", "--out", in("text.zip")), "text.zip", "not a folder"),
                Mistake.of(List.of("train", "gesture", "--resume", "--out", in("nothing")), "checkpoint.zip"),
                Mistake.of(List.of("evaluate", in("absent.zip")), "absent.zip"),
                Mistake.of(List.of("evaluate", in("text.zip")), "text.zip"),
                Mistake.of(List.of("evaluate", in("other.zip")), "other.zip", "no Spike4J model"),
                Mistake.of(List.of("evaluate", in("other-version.zip")), "version 99", "version 1"),
                Mistake.of(List.of("data", "info", in("absent.aedat")), "no such file"),
                Mistake.of(List.of("data", "info", in("empty.aedat")), "empty file"),
                Mistake.of(List.of("data", "info", in("text.aedat")), "known event format", "AEDAT 3.1"),
                Mistake.of(List.of("data", "info", in("cut.aedat")), "cut.aedat", "at byte", "cut off"),
                Mistake.of(List.of("data", "info", folder), "a folder"),
                Mistake.of(List.of("data", "convert", in("whole.aedat"), in("x.jpg")), "ending jpg", "aedat, "),
                Mistake.of(List.of("data", "convert", in("whole.aedat"), in("absent/x.es")), "no such folder"),
                Mistake.of(
                        List.of("data", "view", in("whole.aedat"), in("x.jpg")),
                        "must end in .png, .gif, .mp4 or .html"),
                Mistake.of(List.of("data", "view", in("whole.aedat"), in("absent/x.png")), "no such folder"),
                Mistake.of(List.of("data", "view", in("absent.mp4"), in("x.png")), "absent.mp4: no such file"),
                Mistake.of(
                        List.of("data", "view", in("whole.aedat"), in("x.mp4"), "--frames"),
                        "must end in .png or .gif with --frames"),
                Mistake.of(List.of("data", "view", in("whole.aedat"), in("x.png"), "--frames"), "with frames", "none"),
                Mistake.of(
                        List.of("data", "convert", in("whole.aedat"), in("x.csv"), "--records", "events"),
                        "--records must be frames, imu, triggers or messages, was events"),
                Mistake.of(
                        List.of("data", "convert", in("whole.aedat"), in("x.txt"), "--records", "imu"),
                        "must end in .csv"),
                Mistake.of(List.of("bench"), "a benchmark is missing", "dvs-conv"),
                Mistake.of(List.of("bench", "lif", "--T", "0"), "--T must be at least 1, was 0"),
                Mistake.of(List.of("bench", "lif", "--spikes", "loud"), "--spikes must be packed or float, was loud"),
                Mistake.of(List.of("bench", "dvs-conv", "--hw", "17"), "--hw must be a multiple of 16"),
                Mistake.of(List.of("bench", "dvs-conv", "--density", "1.5"), "density must be 0 to 1, was 1.5"),
                Mistake.of(List.of("bench", "linear-lif", "--density", "-1"), "density must be 0 to 1, was -1.0"),
                Mistake.of(List.of("bench", "mlp", "--hidden", "0"), "--hidden must be at least 1, was 0"),
                Mistake.of(List.of("bench", "all", "--only", "lift"), "linear-lif", "was lift"),
                Mistake.of(List.of("bench", "growth"), "--out"),
                Mistake.of(List.of("bench", "growth", "--over", "x", "--out", folder), "T, N, C, density", "was x"),
                Mistake.of(List.of("bench", "threads", "--threads", "1"), "--threads must be at least 2, was 1"),
                Mistake.of(List.of("bench", "recurrent", "--rate", "2"), "--rate must be between 0 and 1, was 2.0"),
                Mistake.of(List.of("bench", "latency", "--steps", "0"), "--steps must be at least 1, was 0"),
                Mistake.of(List.of("bench", "latency", "--warmup", "-1"), "--warmup must be at least 0, was -1"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsAnsweredByOneSentence(Mistake mistake) {
        Spoken spoken = Spoken.by(mistake.arguments().toArray());

        assertThat(spoken.errLines()).as(spoken.err()).hasSize(1);
        assertThat(spoken.err()).startsWith("spike4j: ").contains(mistake.said());
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
    }

    @Test
    void verboseShowsWhereItHappened() {
        Spoken spoken = Spoken.by("data", "info", in("empty.aedat"), "--verbose");

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("an empty file").contains("at org.spike4j");
    }

    private static Path in(String name) {
        return folder.resolve(name);
    }

    private static byte[] zip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
