package org.spike4j.examples.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConformanceTableTest {
    private static final CaseResult EXACT =
            new CaseResult("a1", "LibraryA 1.0", "Node", Optional.of("Lif"), Optional.empty(), 0, 2e-7);
    private static final CaseResult CLOSE =
            new CaseResult("a2", "LibraryA 1.0", "Node", Optional.of("Lif"), Optional.empty(), 3.25e-13, 1e-6);
    private static final CaseResult OTHER =
            new CaseResult("b1", "LibraryB 2.0", "Node", Optional.of("Leaky"), Optional.empty(), 1e-12, 1e-5);
    private static final CaseResult WRONG =
            new CaseResult("b2", "LibraryB 2.0", "Node", Optional.of("Leaky"), Optional.of("spikes differ"), 9, 9);
    private static final CaseResult GAP =
            new CaseResult("c1", "LibraryA 1.0", "Encoder", Optional.empty(), Optional.of("no such thing"), 0, 0);
    private static final CaseResult SAME_GAP =
            new CaseResult("c2", "LibraryA 1.0", "Encoder", Optional.empty(), Optional.of("no such thing"), 0, 0);

    private static final String PAGE =
            ConformanceTable.page(new ConformanceReport(List.of(EXACT, CLOSE, OTHER, WRONG, GAP, SAME_GAP)));

    @Test
    void eachLibraryHasOneRowForAModelWithItsLargestDifferences() {
        assertThat(PAGE.lines())
                .containsSubsequence(
                        "## LibraryA 1.0",
                        "| Node | Lif | 2 | 3.3e-13 | 1.0e-06 |",
                        "## LibraryB 2.0",
                        "| Node | Leaky | 1 | 1.0e-12 | 1.0e-05 |");
    }

    @Test
    void summaryCountsAllCases() {
        assertThat(PAGE)
                .contains(
                        "Of 6 cases, 3 agree, 1 differ and 2 are not covered. The largest difference is 1.0e-12 in double "
                                + "and 1.0e-05 in float.");
    }

    @Test
    void casesThatDifferAreNamedWithTheirReason() {
        assertThat(PAGE.lines()).containsSubsequence("## Cases that differ", "- `b2`: spikes differ.");
        assertThat(ConformanceTable.page(new ConformanceReport(List.of(EXACT)))).doesNotContain("Cases that differ");
    }

    @Test
    void uncoveredCasesOfOneReasonShareARow() {
        assertThat(PAGE.lines()).containsSubsequence("## Cases that are not covered", "| `c1`, `c2` | no such thing |");
        assertThat(ConformanceTable.page(new ConformanceReport(List.of(EXACT))).lines())
                .containsSubsequence("## Cases that are not covered", "None.");
    }

    @Test
    void faultsOfOtherLibrariesCloseThePage() {
        assertThat(PAGE)
                .contains(
                        "## Differences that are another library's fault", "`mse_temporal_loss`", "`Lapicque`", "LIF+");
    }
}
