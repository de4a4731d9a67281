package org.spike4j.examples.conform;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a conformance run found. */
public final class ConformanceReport {
    private final List<CaseResult> results;

    ConformanceReport(List<CaseResult> results) {
        this.results = List.copyOf(results);
    }

    /**
     * A case that differs.
     *
     * @param name of the case
     * @param reason what differs most, and by how much
     */
    public record Failure(String name, String reason) {}

    /** One result a case, in the order of the files. */
    List<CaseResult> results() {
        return results;
    }

    /**
     * Number of case files read.
     *
     * @return covered and uncovered ones
     */
    public int cases() {
        return results.size();
    }

    /**
     * The cases that were compared.
     *
     * @return their names
     */
    public List<String> covered() {
        return results.stream()
                .filter(CaseResult::covered)
                .map(CaseResult::name)
                .toList();
    }

    /**
     * The cases whose model or options this library does not have.
     *
     * @return their names
     */
    public List<String> uncovered() {
        return results.stream()
                .filter(result -> !result.covered())
                .map(CaseResult::name)
                .toList();
    }

    /**
     * The cases that differ.
     *
     * @return their names and reasons
     */
    public List<Failure> failed() {
        return results.stream()
                .filter(result -> result.covered() && !result.passed())
                .map(result -> new Failure(result.name(), result.reason().orElseThrow()))
                .toList();
    }

    /**
     * Number of cases that agree.
     *
     * @return covered ones that did not fail
     */
    public int passed() {
        return (int) results.stream().filter(CaseResult::passed).count();
    }

    /**
     * Largest error of the passed cases in double.
     *
     * @return relative to the largest entry of each array
     */
    public double maxError() {
        return largest(CaseResult::error);
    }

    /**
     * Largest error of the passed cases in float, on the fastest kernel.
     *
     * @return relative to the largest entry of each array
     */
    public double maxErrorFloat() {
        return largest(CaseResult::errorFloat);
    }

    private double largest(ToDoubleFunction<CaseResult> error) {
        return results.stream()
                .filter(CaseResult::passed)
                .mapToDouble(error)
                .max()
                .orElse(0);
    }
}
