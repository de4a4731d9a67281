package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.nmnist.NmnistWriter;
import org.spike4j.datasets.gesture.ListFileException;

class NMnistTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000})
    void officialFoldersGiveTheirNumberAsLabel(long cacheBytes) throws IOException {
        for (String part : List.of("Train", "Test")) {
            for (int digit = 0; digit < 10; digit++) {
                Path inner = Files.createDirectories(folder.resolve(part).resolve(Integer.toString(digit)));
                for (int k = 0; k < (part.equals("Train") ? 5 : 2); k++) {
                    NmnistWriter.write(inner.resolve("0000" + k + ".bin"), recording(10 * digit + k));
                }
            }
        }

        NMnist data = NMnist.open(folder, 0.2, 1, cacheBytes);

        assertThat(labels(data, Split.TRAIN)).containsExactly(counts(4));
        assertThat(labels(data, Split.VALIDATION)).containsExactly(counts(1));
        assertThat(labels(data, Split.TEST)).containsExactly(counts(2));
        EventSample sample = data.samples(Split.TEST).get(2 * 7 + 1);
        assertThat(sample.label()).isEqualTo(7);
        EventAssertions.assertSame(sample.events(), recording(71));
        EventAssertions.assertSame(sample.events(), recording(71));
    }

    @Test
    void listsNameFilesByNumberAndCanHaveComments() throws IOException {
        NmnistWriter.write(folder.resolve("17.bs2"), recording(1));
        NmnistWriter.write(folder.resolve("5.bin"), recording(2));
        Files.writeString(folder.resolve("train2.txt"), "#sample #class\r\n17\t3\r\n5\t9\r\n");
        Files.writeString(folder.resolve("test1.txt"), "5\t9\n\n");

        NMnist data = NMnist.open(folder, 0, 0);

        assertThat(data.samples(Split.TRAIN).stream().map(EventSample::label)).containsExactly(3, 9);
        assertThat(data.samples(Split.VALIDATION)).isEmpty();
        EventAssertions.assertSame(data.samples(Split.TEST).get(0).events(), recording(2));
    }

    @Test
    void badListIsOneErrorThatNamesFileAndLine() throws IOException {
        assertThatThrownBy(() -> NMnist.open(folder.resolve("none"), 0, 0)).hasMessageContaining("no such folder");
        assertThatThrownBy(() -> NMnist.open(folder, 0, 0)).hasMessageContaining("Train and Test, or one list");
        Files.writeString(folder.resolve("test.txt"), "");
        Path list = Files.writeString(folder.resolve("train.txt"), "1\t2\n");
        assertThatThrownBy(() -> NMnist.open(folder, 0, 0))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("train.txt, line 1")
                .hasMessageContaining("1.bs2");
        Files.writeString(list, "#\n1\t11\n");
        assertThatThrownBy(() -> NMnist.open(folder, 0, 0)).hasMessageContaining("train.txt, line 2");
        Files.createDirectories(folder.resolve("Train"));
        Files.createDirectories(folder.resolve("Test"));
        assertThatThrownBy(() -> NMnist.open(folder, 0, 0)).hasMessageContaining("no such folder");
    }

    @Test
    void realSubsetHasTheKnownCountsOfLabelsAndEvents() throws IOException {
        NMnist data = NMnist.open(SharedData.require("nmnist_small"), 0, 0);

        assertThat(labels(data, Split.TRAIN)).containsExactly(97, 116, 99, 93, 105, 92, 94, 117, 87, 100);
        assertThat(labels(data, Split.TEST)).containsExactly(8, 14, 8, 11, 14, 7, 10, 15, 2, 11);
        long events = 0;
        for (EventSample sample : data.samples(Split.TEST)) {
            events += sample.events().size();
        }
        assertThat(events).isEqualTo(385_596);
    }

    private static EventStream recording(long seed) {
        return RandomEvents.ordered(seed, 200, 34, 34, 10, 900);
    }

    private static int[] counts(int each) {
        int[] counts = new int[10];
        java.util.Arrays.fill(counts, each);
        return counts;
    }

    private static int[] labels(NMnist data, Split split) {
        int[] counts = new int[10];
        data.samples(split).forEach(sample -> counts[sample.label()]++);
        return counts;
    }
}
