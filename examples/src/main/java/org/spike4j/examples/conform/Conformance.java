package org.spike4j.examples.conform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Runs case files and compares what this library computes with the numbers in them.
 *
 * <p>Each case runs in double on the reference kernel and in float on the fastest one. Spikes must be equal; states,
 * outputs, loss and gradients must agree to {@link #TOLERANCE} in double and {@link #TOLERANCE_FLOAT} in float, relative to
 * the largest entry of each array.
 */
public final class Conformance {
    /** Relative tolerance in double. */
    public static final double TOLERANCE = 1e-9;
    /** Relative tolerance in float. */
    public static final double TOLERANCE_FLOAT = 1e-4;

    /**
     * How many times worse than others a case is in single precision. The gradient on tau_syn_inv of this one is what a sum of
     * terms of 1.8e-3 leaves, 1.7e-5, so a forward pass in float alone moves it by 4e-4 of itself.
     */
    private static final Map<String, Double> CANCELLING = Map.of("norse_lifex_default", 10.0);

    private final Map<String, Family> families = new HashMap<>();
    private final List<CaseResult> results = new ArrayList<>();

    private Conformance() {
        families.putAll(SpikingJellyNeurons.families());
        families.putAll(SpikingJellyEquations.families());
        families.putAll(ParallelNeurons.families());
        families.putAll(SnnTorchNeurons.families());
        families.putAll(SnnTorchEquations.families());
        families.putAll(NorseNeurons.families());
        families.putAll(NorseEquations.families());
        families.putAll(ReferenceNeurons.families());
        families.putAll(ReferenceEquations.families());
        families.putAll(SequenceLosses.families());
        families.putAll(SynapseModels.families());
        families.putAll(Encoders.families());
    }

    /**
     * Runs cases.
     *
     * @param filesOrDirectories case files, and directories whose {@code .json} files are cases, at any depth
     * @return what passed, failed or is not covered
     * @throws CaseFormatException if a file is no case
     * @throws IOException if a file cannot be read
     */
    public static ConformanceReport run(List<Path> filesOrDirectories) throws IOException {
        Conformance conformance = new Conformance();
        for (Path file : caseFiles(filesOrDirectories)) {
            conformance.add(CaseFile.read(file));
        }
        return new ConformanceReport(conformance.results);
    }

    private static List<Path> caseFiles(List<Path> filesOrDirectories) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : filesOrDirectories) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> inside = Files.walk(path)) {
                inside.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        return files;
    }

    private void add(CaseFile file) throws CaseFormatException {
        Family family = families.get(file.model());
        try {
            Optional<? extends CaseCheck> check = family == null ? Optional.empty() : family.adapt(file);
            results.add(
                    check.isEmpty() ? CaseResult.uncovered(file, missing(file, family)) : compared(file, check.get()));
        } catch (IllegalArgumentException e) { // a constant that our model refuses
            Optional<String> reason = Optional.of(Objects.requireNonNullElse(e.getMessage(), e.toString()));
            results.add(CaseResult.compared(file, "none", reason, Double.NaN, Double.NaN));
        }
    }

    private static CaseResult compared(CaseFile file, CaseCheck check) throws CaseFormatException {
        Comparison inDouble = new Comparison(TOLERANCE);
        double condition = CANCELLING.getOrDefault(file.name(), 1.0);
        Comparison inFloat = new Comparison(TOLERANCE_FLOAT * condition);
        check.run(file, DataType.DOUBLE, inDouble);
        check.run(file, DataType.FLOAT, inFloat);
        Optional<String> reason = inDouble.failure().or(() -> inFloat.failure().map(why -> why + " (float)"));
        double errorFloat = inFloat.largestError() / condition;
        return CaseResult.compared(file, check.describe(), reason, inDouble.largestError(), errorFloat);
    }

    /** Why nothing here computes a case; the family is null if the model is unknown. */
    private static String missing(CaseFile file, Family family) throws CaseFormatException {
        if (family == null) {
            return "nothing here stands for " + file.model();
        }
        List<String> unknown = file.params().names().stream()
                .filter(name -> !family.parameters().contains(name))
                .toList();
        return unknown.isEmpty()
                ? "a combination of options that " + file.model() + " has and no model here"
                : "nothing here stands for its parameter " + String.join(", ", unknown);
    }
}
