package org.spike4j.examples.conform;

import java.util.Optional;

/**
 * What came of one case.
 *
 * @param name of the case
 * @param library that computed its numbers, with version
 * @param model class or function of that library
 * @param preset what computes the case here; empty if nothing does
 * @param reason why it is not covered, or what differs most; empty where it agrees
 * @param error largest error in double, relative to the largest entry of each array
 * @param errorFloat the same in float
 */
record CaseResult(
        String name,
        String library,
        String model,
        Optional<String> preset,
        Optional<String> reason,
        double error,
        double errorFloat) {

    /** A case that nothing here computes. */
    static CaseResult uncovered(CaseFile file, String reason) throws CaseFormatException {
        return of(file, Optional.empty(), Optional.of(reason), 0, 0);
    }

    /** A case that was run to its end, and agrees unless there is a reason against it. */
    static CaseResult compared(CaseFile file, String preset, Optional<String> reason, double error, double errorFloat)
            throws CaseFormatException {
        return of(file, Optional.of(preset), reason, error, errorFloat);
    }

    private static CaseResult of(
            CaseFile file, Optional<String> preset, Optional<String> reason, double error, double errorFloat)
            throws CaseFormatException {
        String library = file.fields().text("library", "unknown");
        return new CaseResult(file.name(), library, file.model(), preset, reason, error, errorFloat);
    }

    boolean covered() {
        return preset.isPresent();
    }

    boolean passed() {
        return covered() && reason.isEmpty();
    }
}
