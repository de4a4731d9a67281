package org.spike4j.examples.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole collection of case files, where it is at hand. */
class ConformanceTest {

    @Test
    void everyCoveredCaseAgrees() throws IOException {
        Path cases = find("shared/oracles/neurons");
        Assumptions.assumeTrue(
                cases != null, "no shared/oracles above the working directory; case files are not tested");
        ConformanceReport report = Conformance.run(List.of(cases));
        System.out.println(
                report.cases() + " " + report.passed() + " " + report.maxError() + " " + report.maxErrorFloat());
        System.out.println(report.uncovered());
        report.failed().forEach(System.out::println);
        assertThat(report.failed()).isEmpty();
    }

    private static Path find(String relative) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(relative))) {
                return at.resolve(relative);
            }
        }
        return null;
    }
}
