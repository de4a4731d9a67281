package org.spike4j.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.format.nmnist.NmnistWriter;
import org.spike4j.datasets.sets.Split;

class VerificationTest {
    private static final SampleReading.Progress SILENT = (read, all) -> {};

    @TempDir
    Path folder;

    @Test
    void aSubsetIsInOrderAndSaysSo() throws IOException {
        writeDigits(3, 2);

        Verification found = verify(2);

        assertThat(found.ok()).isTrue();
        assertThat(found.complete()).isFalse();
        assertThat(found.samples())
                .containsEntry(Split.TRAIN, 30)
                .containsEntry(Split.VALIDATION, 0)
                .containsEntry(Split.TEST, 20);
        assertThat(found.labels().get(Split.TRAIN)).containsOnly(3).hasSize(10);
        assertThat(found.amount()).isEqualTo(50 * 40);
        assertThat(found.unit()).isEqualTo("events");
        assertThat(found.remarks())
                .containsExactly("a subset: train has 30 of 60000 samples", "a subset: test has 20 of 10000 samples");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void everyBrokenFileIsNamedWhateverTheNumberOfThreads(int threads) throws IOException {
        writeDigits(3, 2);
        Files.write(folder.resolve("Train/4/1.bin"), new byte[7]);
        Files.delete(folder.resolve("Test/0/0.bin"));
        Files.createDirectory(folder.resolve("Test/0/0.bin"));
        Files.write(folder.resolve("Test/9/1.bin"), new byte[0]);

        Verification found = verify(threads);

        assertThat(found.ok()).isFalse();
        assertThat(found.problems()).hasSize(3);
        assertThat(found.problems().get(0)).contains("Train/4/1.bin").contains("5 bytes");
        assertThat(found.problems().get(1)).contains("Test/0/0.bin");
        assertThat(found.problems().get(2)).contains("Test/9/1.bin").contains("an empty file");
        assertThat(found.amount()).isEqualTo(47 * 40);
    }

    @Test
    void moreSamplesThanTheWholeSetHasAreAProblem() throws IOException {
        SplitRule rule = SplitRule.of("official", "as it is").withCounts(2, 1, "the test");

        Verification found = Verification.of(entry(rule, 3, 1, 0), folder, "", 1, SILENT);

        assertThat(found.problems()).containsExactly("train has 3 samples, the whole set has 2 (the test)");
    }

    @Test
    void aCompleteSetWhoseClassesAreOthersIsAProblem() throws IOException {
        SplitRule rule = SplitRule.of("official", "as it is")
                .withCounts(3, 1, "the test")
                .withClasses(Split.TRAIN, 3)
                .withClasses(Split.TEST, 1);
        SplitRule other =
                new SplitRule("official", "as it is", rule.counts(), Map.of(Split.TRAIN, List.of(2L, 1L)), "the test");

        assertThat(Verification.of(entry(rule, 2, 1, 1), folder, "", 1, SILENT).problems())
                .isEmpty();
        assertThat(Verification.of(entry(other, 2, 1, 1), folder, "", 1, SILENT).problems())
                .containsExactly("train has 3 samples of class a, the whole set has 2 (the test)");
        assertThat(Verification.of(entry(other, 1, 1, 1), folder, "", 1, SILENT).problems())
                .isEmpty();
        assertThatThrownBy(() -> rule.withClasses(Split.TEST, 2, 1)).hasMessageContaining("must add up to 1 samples");
        assertThat(SplitRule.of("a", "b")
                        .withCounts(20, 10, "c")
                        .withEqualClasses(5)
                        .labels())
                .containsEntry(Split.TRAIN, List.of(4L, 4L, 4L, 4L, 4L))
                .containsEntry(Split.TEST, List.of(2L, 2L, 2L, 2L, 2L));
    }

    @Test
    void heldOutSamplesCountAsTrainingSamplesUnlessTheRuleHasAPartOfThem() throws IOException {
        SplitRule two = SplitRule.of("official", "as it is").withCounts(5, 1, "the test");
        SplitRule three = SplitRule.of("official", "as it is").withCounts(3, 2, 1, "the test");

        assertThat(Verification.of(entry(two, 3, 1, 2), folder, "", 1, SILENT).complete())
                .isTrue();
        assertThat(Verification.of(entry(three, 3, 1, 2), folder, "", 1, SILENT).complete())
                .isTrue();
        assertThat(Verification.of(entry(three, 3, 1, 1), folder, "", 1, SILENT).remarks())
                .containsExactly("a subset: validation has 1 of 2 samples");
        assertThat(Verification.of(entry(SplitRule.of("a", "b"), 3, 1, 1), folder, "", 1, SILENT)
                        .remarks())
                .containsExactly("how many samples the whole set has by this rule is not known");
    }

    @Test
    void aFailureOfAnyKindIsAProblemAndManyAreCounted() throws IOException {
        List<SetContent.Item> items = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            items.add(new SetContent.Item("sample " + i, OptionalInt.of(7), () -> {
                throw new IllegalStateException("no luck");
            }));
        }
        items.add(new SetContent.Item("last", OptionalInt.of(0), () -> 0));
        SetContent content = new SetContent(List.of("a"), "events", Map.of(Split.TEST, items));
        DataSetEntry entry = DataSetEntry.named("a", "A", "An a.")
                .rule(SplitRule.of("official", "as it is"))
                .byHand("ask")
                .opener((where, rule) -> content);

        Verification found = Verification.of(entry, folder, "", 3, SILENT);

        assertThat(found.problems()).hasSize(150 + 101);
        assertThat(found.problems()).contains("sample 0: no luck", "and 50 more samples that cannot be read");
        assertThat(found.problems().get(0)).isEqualTo("sample 0: its label 7 is none of the 1 classes");
        assertThat(found.remarks()).contains("samples without events: 1, the first is last");
    }

    @Test
    void progressEndsAtTheNumberOfSamples() throws IOException {
        writeDigits(1, 1);
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());

        Verification.of(Catalog.find("nmnist"), folder, "", 3, (read, all) -> {
            assertThat(all).isEqualTo(20);
            seen.add(read);
        });

        assertThat(seen).hasSize(20).contains(20);
        assertThatThrownBy(() -> verify(0)).hasMessageContaining("threads must be >= 1");
    }

    @Test
    void textsAreReadToo() throws IOException {
        for (String inner : List.of("train/neg", "train/pos", "test/neg", "test/pos")) {
            Path reviews = Files.createDirectories(folder.resolve("aclImdb").resolve(inner));
            Files.writeString(reviews.resolve("0_1.txt"), "a film with words");
            Files.writeString(reviews.resolve("1_1.txt"), "another film");
        }

        Verification found = Verification.of(Catalog.find("imdb"), folder, "", 2, SILENT);

        assertThat(found.problems()).isEmpty();
        assertThat(found.unit()).isEqualTo("numbers");
        assertThat(found.amount()).isEqualTo(8 * 8 * 101);
        assertThat(found.labels().get(Split.TEST)).containsExactly(2, 2);
    }

    @Test
    void noMoreSamplesAreReadAtOnceThanThereAreThreads() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<SetContent.Item> items = Collections.nCopies(40, new SetContent.Item("a", OptionalInt.of(0), () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
            return 1;
        }));
        SetContent content = new SetContent(List.of("a"), "events", Map.of(Split.TRAIN, items));

        assertThat(SampleReading.of(content, 3, SILENT).amount()).isEqualTo(40);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void theRealSubsetOfNMnistIsInOrder() throws IOException {
        Verification found = Verification.of(Catalog.find("nmnist"), SharedData.require("nmnist_small"), "", 2, SILENT);

        assertThat(found.problems()).isEmpty();
        assertThat(found.samples()).containsEntry(Split.TRAIN, 1000).containsEntry(Split.TEST, 100);
        assertThat(found.labels().get(Split.TRAIN)).containsExactly(97, 116, 99, 93, 105, 92, 94, 117, 87, 100);
        assertThat(found.labels().get(Split.TEST)).containsExactly(8, 14, 8, 11, 14, 7, 10, 15, 2, 11);
        assertThat(found.amount()).isEqualTo(4_133_231 + 385_596);
    }

    @Test
    void theWholeOfMnistIsComplete() throws IOException {
        Verification found = Verification.of(Catalog.find("mnist"), SharedData.require("mnist"), "", 2, SILENT);

        assertThat(found.ok()).isTrue();
        assertThat(found.complete()).isTrue();
        assertThat(found.amount()).isEqualTo(70_000L * 784);
    }

    private Verification verify(int threads) throws IOException {
        return Verification.of(Catalog.find("nmnist"), folder, "", threads, SILENT);
    }

    private static DataSetEntry entry(SplitRule rule, int train, int test, int validation) {
        SetContent.Item item = new SetContent.Item("a", OptionalInt.of(0), () -> 1);
        SetContent content = new SetContent(
                List.of("a"),
                "events",
                Map.of(
                        Split.TRAIN, Collections.nCopies(train, item),
                        Split.TEST, Collections.nCopies(test, item),
                        Split.VALIDATION, Collections.nCopies(validation, item)));
        return DataSetEntry.named("a", "A", "An a.").rule(rule).byHand("ask").opener((where, chosen) -> content);
    }

    private void writeDigits(int train, int test) throws IOException {
        for (int digit = 0; digit < 10; digit++) {
            for (int i = 0; i < train; i++) {
                writeDigit("Train", digit, i);
            }
            for (int i = 0; i < test; i++) {
                writeDigit("Test", digit, i);
            }
        }
    }

    private void writeDigit(String part, int digit, int i) throws IOException {
        Path inner = Files.createDirectories(folder.resolve(part).resolve(Integer.toString(digit)));
        NmnistWriter.write(inner.resolve(i + ".bin"), RandomEvents.ordered(digit * 100L + i, 40, 34, 34, 0, 99));
    }
}
