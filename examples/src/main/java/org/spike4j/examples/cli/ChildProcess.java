package org.spike4j.examples.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * A measurement in a process of its own, so that neither the memory nor the compiled code of another one is in it. It answers
 * with one JSON object on the last line of its standard output.
 */
final class ChildProcess {
    private static final List<String> NOT_INHERITED =
            List.of("-Dspike4j.stderr", "-javaagent", "-agentlib", "-XX:StartFlightRecording");

    /** As the start script has it for {@code bench lif}, whose data are all in tensors, to say how much memory that takes. */
    private static final List<String> SMALL_HEAP = List.of("-Xmx96m", "-XX:+UseSerialGC");

    private ChildProcess() {}

    /**
     * Runs a benchmark of this command line in a fresh JVM with the options of this one.
     *
     * @param arguments what follows {@code bench}; not modified
     * @param threads threads of the kernels, of BLAS and of oneDNN
     * @return its answer
     * @throws IOException if it fails, with what it said last
     */
    static JsonNode bench(List<String> arguments, int threads) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (NOT_INHERITED.stream().noneMatch(option::startsWith)) {
                command.add(option);
            }
        }
        if (arguments.get(0).equals("lif")) {
            command.addAll(SMALL_HEAP);
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "bench"));
        command.addAll(arguments);
        command.addAll(List.of("--threads", String.valueOf(threads), "--json"));
        return answer(command, threads);
    }

    /**
     * Runs a program.
     *
     * @param command program and arguments; not modified
     * @param threads what OMP_NUM_THREADS is set to
     * @return the object on its last line
     * @throws IOException if it fails, with what it said last
     */
    static JsonNode answer(List<String> command, int threads) throws IOException {
        File errors = Files.createTempFile("spike4j-bench", ".txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors);
        builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        try {
            Process process = builder.start();
            try {
                String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                int exitCode = process.waitFor();
                if (exitCode != 0) {
                    throw new IOException("the process ended with code " + exitCode + ": "
                            + lastLine(Files.readString(errors.toPath()).replace(Failures.WHERE, "")));
                }
                return new ObjectMapper().readTree(lastLine(out));
            } finally {
                process.destroy();
            }
        } catch (JsonProcessingException e) {
            throw new IOException("the process ended without a JSON object on its last line: " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command, e);
        } finally {
            Files.delete(errors.toPath());
        }
    }

    private static String lastLine(String text) {
        String stripped = text.strip();
        return stripped.substring(stripped.lastIndexOf('\n') + 1);
    }
}
