package org.spike4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final byte[] PNG = {1, 2, 3};
    private static final Report REPORT = new Report(
            "Training of <x>",
            List.of(new Fact("test accuracy", "94.7 %")),
            List.of(new Fact("Data", "a & b")),
            new Table(List.of("Epoch", "Loss"), List.of(List.of("1", "0.5"), List.of("2", "0.25"))),
            "name: x\ndata: {{figures}} $1",
            List.of(new Figure("input", "What it \"sees\".", PNG)));

    @Test
    void pageHoldsEveryPartWithoutNeedingAnotherFile() throws IOException {
        String html = REPORT.html();

        assertThat(html)
                .contains("<h1>Training of &lt;x&gt;</h1>")
                .contains("94.7 %", "test accuracy", "a &amp; b")
                .contains("<td>0.25</td>")
                .contains("data:image/png;base64," + Base64.getEncoder().encodeToString(PNG))
                .contains("What it &quot;sees&quot;.")
                .doesNotContain("http:", "https:", "<script", "<link");
    }

    @Test
    void recipeIsShownAsItIsEvenIfItLooksLikeTheTemplate() throws IOException {
        assertThat(REPORT.html()).contains("name: x\ndata: {{figures}} $1</pre>");
    }

    @Test
    void pageIsWrittenAsOneFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");

        REPORT.write(file);

        assertThat(Files.readString(file)).isEqualTo(REPORT.html());
        assertThat(folder).isDirectoryContaining(file::equals);
    }

    @Test
    void rowsOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> new Table(List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 cells");
    }
}
