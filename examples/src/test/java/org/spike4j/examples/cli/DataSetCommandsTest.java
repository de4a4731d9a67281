package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.datasets.catalog.Catalog;
import org.spike4j.datasets.catalog.CatalogPage;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.nmnist.NmnistWriter;
import org.spike4j.examples.run.RecipeCatalog;

/** The commands about whole data sets. */
class DataSetCommandsTest {
    @TempDir
    Path folder;

    @Test
    void setsAreListedWithTheirSplitsAndWrittenAsAPage() throws IOException {
        Path page = folder.resolve("page.md");

        Spoken spoken = Spoken.by("data", "sets", "--page", page, "--json");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.outLines()).hasSize(1);
        assertThat(page).content().isEqualTo(CatalogPage.text());
        JsonNode sets = spoken.json().get("sets");
        assertThat(sets).hasSameSizeAs(Catalog.entries());
        assertThat(sets).anySatisfy(set -> {
            assertThat(set.get("name").asText()).isEqualTo("nmnist");
            assertThat(set.get("splits").get(0).get("train").asInt()).isEqualTo(60_000);
        });
        assertThat(Spoken.by("data", "sets").outLines())
                .anySatisfy(line -> assertThat(line).startsWith("shd ").contains("download", "SHD: Spoken digits"))
                .anySatisfy(line -> assertThat(line).startsWith("dvs-lip ").contains("by hand"));
    }

    @Test
    void everyRecipeThatTheCatalogueNamesIsThere() {
        assertThat(Catalog.entries())
                .flatExtracting(entry -> entry.recipes())
                .isNotEmpty()
                .isSubsetOf(RecipeCatalog.names());
    }

    @Test
    void aSubsetIsVerifiedAndCounted() throws IOException {
        writeDigits();

        Spoken spoken = Spoken.by("data", "verify", "nmnist", folder, "--json");

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        JsonNode answer = spoken.json();
        List<String> names = new ArrayList<>();
        answer.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "dataset",
                        "folder",
                        "ok",
                        "complete",
                        "split",
                        "samples",
                        "expected",
                        "labelCounts",
                        "events",
                        "remarks",
                        "problems");
        assertThat(answer.toString())
                .contains("\"dataset\":\"nmnist\"", "\"ok\":true", "\"complete\":false", "\"split\":\"official\"")
                .contains(
                        "\"samples\":{\"train\":2,\"validation\":0,\"test\":1}",
                        "\"expected\":{\"train\":60000,\"test\":10000}",
                        "\"train\":[0,0,0,1,0,0,0,0,0,1]")
                .contains("\"events\":3", "a subset: train has 2 of 60000 samples", "\"problems\":[]");
        assertThat(Spoken.by("data", "verify", "nmnist", folder, "--complete").exitCode())
                .isEqualTo(1);
        assertThat(Spoken.by("data", "verify", "nmnist", folder).out())
                .contains("N-MNIST in " + folder + ": in order", "test       1 samples, by class [0, 0, 0, 0, 0, 0, 0");
    }

    @Test
    void aBrokenFileIsNamedAndTheExitCodeIsOne() throws IOException {
        writeDigits();
        Files.write(folder.resolve("17.bs2"), new byte[7]);

        Spoken spoken = Spoken.by("data", "verify", "nmnist", folder, "--json", "--threads", 1);

        assertThat(spoken.exitCode()).isEqualTo(1);
        assertThat(spoken.json().get("ok").asBoolean()).isFalse();
        assertThat(spoken.json().get("problems")).hasSize(1).first().asString().contains("17.bs2");
        assertThat(Spoken.by("data", "verify", "nmnist", folder).out()).contains("NOT in order", "problem: ");
    }

    @Test
    void wrongUseIsOneSentenceAndExitCodeTwo() {
        assertMistake(Spoken.by("data", "verify", "nmnits", folder), "no data set nmnits");
        assertMistake(Spoken.by("data", "verify", "nmnist", folder), "Train and Test");
        assertMistake(Spoken.by("data", "verify", "nmnist", folder, "--split", "x"), "official, not by x");
        assertMistake(Spoken.by("data", "verify", "shd", folder, "--threads", 0), "--threads must be at least 1");
        assertMistake(Spoken.by("data", "download", "gen1", folder.resolve("x")), "must be fetched by hand");
        assertMistake(Spoken.by("data", "download", "shd", folder.resolve("x"), "--stall", 0), "--stall");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFullFolderIsNotDownloadedInto() throws IOException {
        writeDigits();

        Spoken spoken = Spoken.by("data", "download", "shd", folder);

        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.err()).contains("absent or empty was wanted");
    }

    @Test
    void theRealSubsetOfNMnistHasTheLabelsThatAreExpectedOfIt() throws IOException {
        Path data = Path.of("").toAbsolutePath();
        while (data != null && !Files.isDirectory(data.resolve("shared/data"))) {
            data = data.getParent();
        }
        assumeTrue(data != null, "shared/data is not beside the repository");
        Path shared = data.resolve("shared/data");

        Spoken spoken = Spoken.by("data", "verify", "nmnist", shared.resolve("nmnist_small"), "--json");

        assertThat(spoken.exitCode()).as(spoken.err()).isZero();
        JsonNode expected = new ObjectMapper()
                .readTree(shared.resolve("expected.json").toFile())
                .get("nmnist_small/");
        JsonNode answer = spoken.json();
        assertThat(answer.get("problems")).isEmpty();
        assertThat(answer.get("labelCounts").get("train"))
                .isEqualTo(expected.get("train1K").get("label_counts"));
        assertThat(answer.get("labelCounts").get("test"))
                .isEqualTo(expected.get("test100").get("label_counts"));
        assertThat(answer.get("events").asLong())
                .isEqualTo(expected.get("train1K").get("events").asLong()
                        + expected.get("test100").get("events").asLong());
    }

    private static void assertMistake(Spoken spoken, String said) {
        assertThat(spoken.errLines()).as(spoken.err()).hasSize(1);
        assertThat(spoken.err()).startsWith("spike4j: ").contains(said);
        assertThat(spoken.exitCode()).isEqualTo(2);
        assertThat(spoken.out()).isEmpty();
    }

    private void writeDigits() throws IOException {
        EventStream event = EventStream.builder(34, 34).add(1, 2, 3, 1).build();
        NmnistWriter.write(folder.resolve("17.bs2"), event);
        NmnistWriter.write(folder.resolve("5.bs2"), event);
        Files.writeString(folder.resolve("train2.txt"), "17 3\n5 9\n");
        Files.writeString(folder.resolve("test1.txt"), "5 9\n");
    }
}
