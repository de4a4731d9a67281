package org.spike4j.datasets.format.aedat2;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.ReadOptions;
import org.spike4j.datasets.format.aedat31.Aedat31Writer;

class IndexFormatTest {
    private static final EventStream LEFT = RandomEvents.ordered(1, 100, 128, 128, 0, 9);
    private static final EventStream RIGHT = RandomEvents.ordered(2, 50, 128, 128, 0, 9);

    @TempDir
    Path folder;

    @BeforeEach
    void writeRecordings() throws IOException {
        Aedat31Writer.write(folder.resolve("DVS128 left-0.aedat"), LEFT);
        Aedat31Writer.write(folder.resolve("DVS128 right-1.aedat"), RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"both.aeidx", "both.INDEX"})
    void eachLineIsTheRecordingOfACamera(String name) throws IOException {
        Path index = Files.writeString(folder.resolve(name), "DVS128 left-0.aedat\r\nDVS128 right-1.aedat\r\n");

        EventAssertions.assertSame(EventFile.read(index), LEFT);
        EventAssertions.assertSame(EventFile.read(index, ReadOptions.defaults().withStream(1)), RIGHT);
        assertThatThrownBy(() -> EventFile.read(index, ReadOptions.defaults().withStream(2)))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining("2 lines");
    }

    @Test
    void recordingsAreTurnedRoundOnce() throws IOException {
        byte[] word = {0, 0, 5, 6, 0, 0, 0, 9};
        String header = "#!AER-DAT2.0\r\n# AEChip: DVS128\r\n";
        Path file = Files.write(folder.resolve("one.aedat"), header.getBytes(StandardCharsets.US_ASCII));
        Files.write(file, word, StandardOpenOption.APPEND);
        Path index = Files.writeString(folder.resolve("one.aeidx"), "one.aedat\n");
        ReadOptions turned = ReadOptions.defaults().withUpright(true).withStoredPolarity(true);

        EventAssertions.assertSame(EventFile.read(index, turned), EventFile.read(file, turned));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../DVS128 left-0.aedat", "/etc/passwd", "a.aeidx", "missing.aedat", "C:\\x", "\u0001\u0002"})
    void onlyRecordingsBesideTheIndexAreOpened(String line) throws IOException {
        Path index = Files.writeString(folder.resolve("a.aeidx"), line);

        assertThatThrownBy(() -> EventFile.read(index))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("beside the index in line 1");
    }

    @Test
    void emptyLinesAreNoRecordings() throws IOException {
        Path index = Files.writeString(folder.resolve("a.aeidx"), "\n \r\n");

        assertThatThrownBy(() -> EventFile.read(index)).hasMessageContaining("0 lines");
    }
}
