package org.spike4j.examples.conform;

import java.util.List;

/**
 * What a conformance run found.
 *
 * @param covered names of the cases that were compared
 * @param failed those of them that differ, with the reason
 * @param uncovered names of the cases whose model or options this library does not have
 * @param maxError largest error of the passed cases in double, relative to the largest entry of each array
 * @param maxErrorFloat the same in float, on the fastest kernel
 */
public record ConformanceReport(
        List<String> covered, List<Failure> failed, List<String> uncovered, double maxError, double maxErrorFloat) {

    /** Takes copies of the lists. */
    public ConformanceReport {
        covered = List.copyOf(covered);
        failed = List.copyOf(failed);
        uncovered = List.copyOf(uncovered);
    }

    /**
     * A case that differs.
     *
     * @param name of the case
     * @param reason what differs most, and by how much
     */
    public record Failure(String name, String reason) {}

    /**
     * Number of case files read.
     *
     * @return covered and uncovered ones
     */
    public int cases() {
        return covered.size() + uncovered.size();
    }

    /**
     * Number of cases that agree.
     *
     * @return covered ones that did not fail
     */
    public int passed() {
        return covered.size() - failed.size();
    }
}
