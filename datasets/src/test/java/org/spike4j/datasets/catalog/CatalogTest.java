package org.spike4j.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.datasets.gesture.ListFileException;

class CatalogTest {
    @TempDir
    Path folder;

    static List<DataSetEntry> entries() {
        return Catalog.entries();
    }

    @Test
    void namesAreUniqueAndFoundInAnyCase() {
        assertThat(Catalog.entries()).extracting(DataSetEntry::name).doesNotHaveDuplicates();
        assertThat(Catalog.find("NMNIST").title()).isEqualTo("N-MNIST");
        assertThatThrownBy(() -> Catalog.find("nmnits"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no data set nmnits")
                .hasMessageContaining("nmnist, cifar10-dvs");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyEntrySaysAllThatThePageTells(DataSetEntry entry) {
        assertThat(List.of(
                        entry.title(),
                        entry.summary(),
                        entry.sensor(),
                        entry.licence(),
                        entry.citation(),
                        entry.layout(),
                        entry.size()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(entry.homepage()).startsWith("http");
        assertThat(entry.citation()).doesNotEndWith(".");
        assertThat(entry.rules()).extracting(SplitRule::name).doesNotHaveDuplicates();
        assertThat(entry.downloads())
                .extracting(download -> download.inner() + "/" + download.file().name())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEmptyFolderIsAWrongLayoutWithOneClearError(DataSetEntry entry) {
        for (SplitRule rule : entry.rules()) {
            assertThatThrownBy(() -> entry.opener().open(folder, rule))
                    .isInstanceOf(ListFileException.class)
                    .hasMessageContaining(folder.toString());
            assertThatThrownBy(() -> entry.opener().open(folder.resolve("absent"), rule))
                    .isInstanceOf(ListFileException.class);
        }
    }

    @Test
    void anUnknownRuleIsAnsweredByTheKnownOnes() {
        assertThatThrownBy(() -> Catalog.find("cifar10-dvs").rule("tbn"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("random, tebn, not by tbn");
        assertThat(Catalog.find("cifar10-dvs").rule("").name()).isEqualTo("random");
    }

    @Test
    void thePageInTheDocumentsIsThatOfTheCatalogue() throws IOException {
        assertThat(Path.of("..", "docs", CatalogPage.PAGE))
                .as("rewrite it by ./spike4j data sets --page docs/datasets.md")
                .content()
                .isEqualTo(CatalogPage.text());
    }

    @Test
    void anEntryMustBeObtainable() {
        DataSetEntry.Builder builder = DataSetEntry.named("a", "A", "An a.").rule(SplitRule.of("official", "as it is"));
        assertThatThrownBy(() -> builder.opener((where, rule) -> null))
                .hasMessageContaining("downloads or instructions");
        assertThatThrownBy(() -> DataSetEntry.named("a", "A", "").byHand("ask").opener((where, rule) -> null))
                .hasMessageContaining("rule to divide it");
        assertThatThrownBy(() -> DataSetEntry.named("A b", "A", "")
                        .rule(SplitRule.of("official", ""))
                        .byHand("ask")
                        .opener((where, rule) -> null))
                .hasMessageContaining("small letters");
        assertThat(Files.exists(folder)).isTrue();
    }
}
