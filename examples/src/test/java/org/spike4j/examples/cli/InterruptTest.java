package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.examples.SmallGestures;

/** Ctrl-C in a process of its own, since it ends the process. */
class InterruptTest {
    private static final int BY_CTRL_C = 130;

    @Test
    @Timeout(60)
    void ctrlCSavesCheckpointAndSaysHowToResume(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "/bin/kill is needed to send the signal");
        Path data = SmallGestures.write(folder);
        Path recipe = Files.writeString(folder.resolve("small.yaml"), SmallGestures.RECIPE);
        Path out = folder.resolve("my run");
        Process training = start("train", recipe, "--data", data, "--threads", 1, "--epochs", 100_000, "--out", out);
        // A shell that starts things in the background makes them ignore the signal, and reading would never end.
        CompletableFuture.delayedExecutor(50, TimeUnit.SECONDS).execute(training::destroyForcibly);
        List<String> said = new ArrayList<>();
        try (BufferedReader err = training.errorReader(StandardCharsets.UTF_8)) {
            String line = err.readLine();
            while (line != null) {
                said.add(line);
                if (line.startsWith("epoch 1/")) {
                    new ProcessBuilder("/bin/kill", "-INT", String.valueOf(training.pid())).start();
                }
                line = err.readLine();
            }
            assertThat(training.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            training.destroyForcibly();
        }

        assertThat(training.exitValue()).as(String.join("\n", said)).isEqualTo(BY_CTRL_C);
        assertThat(said.get(said.size() - 1))
                .isEqualTo("  ./spike4j train " + recipe + " --data " + data + " --threads 1 --out '" + out
                        + "' --resume");
        assertThat(out.resolve("checkpoint.zip")).isNotEmptyFile();
        assertThat(Spoken.by("train", recipe, "--data", data, "--out", out, "--resume", "--epochs", 3)
                        .err())
                .contains("--epochs 100000", "3 was given");
    }

    private static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Xmx1g",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
