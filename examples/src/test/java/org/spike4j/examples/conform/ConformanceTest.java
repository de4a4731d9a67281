package org.spike4j.examples.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole collection of case files, where it is at hand. */
class ConformanceTest {
    private static Path cases;
    private static ConformanceReport report;

    @BeforeAll
    static void runOnce() throws IOException {
        cases = find("shared/oracles/neurons");
        Assumptions.assumeTrue(
                cases != null,
                "no shared/oracles/neurons above the working directory, so no case files to compare with");
        report = Conformance.run(List.of(cases));
    }

    @Test
    void everyCoveredCaseAgrees() {
        assertThat(report.failed()).isEmpty();
        assertThat(report.passed()).isEqualTo(report.covered().size());
        assertThat(report.maxError()).isLessThan(1e-11);
        assertThat(report.maxErrorFloat()).isLessThan(Conformance.TOLERANCE_FLOAT);
    }

    @Test
    void everyFileIsEitherCoveredOrNot() throws IOException {
        assertThat(Stream.concat(report.covered().stream(), report.uncovered().stream()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(names());
        assertThat(report.cases()).isEqualTo(names().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sj_if_.*",
                "sj_lif_.*",
                "sj_plif_.*",
                "sj_liaf_.*",
                "sj_nonspiking_.*",
                "sj_surrogate_.*",
                "sj_(qif|eif|izhikevich|klif|cubalif|ilif|gatedlif|slidingpsn)_.*",
                "sj_(masked)?psn.*",
                "ref_(adlif|cuba|rf)_.*",
                "ref_brf",
                "ref_lifplus_.*",
                "snn_leaky_.*",
                "snn_(lapicque|synaptic|alpha|rleaky|rsynaptic)_.*",
                "snn_leakyparallel",
                "snn_leakyparallel_learn_beta",
                "snn_surrogate_.*",
                "norse_.*",
                "ref_li_.*",
                "ref_lif_channel_.*",
                "ref_lif_recurrent_.*",
                "ref_bidl_lif_(default|beta_v0|channel|batchnorm_(train|eval))",
                "ref_bidl_liaf_o[1-4]",
                "sj_delay_.*",
                "sj_synapsefilter_.*",
                "loss_.*"
            })
    void theseFamiliesAreCovered(String family) throws IOException {
        Pattern pattern = Pattern.compile(family);
        List<String> members =
                names().stream().filter(name -> pattern.matcher(name).matches()).toList();
        assertThat(members).isNotEmpty();
        assertThat(report.covered()).containsAll(members);
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(cases)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .toList();
        }
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
