package org.spike4j.training.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReplacedAsAWholeAndItsFoldersAreMade() throws IOException {
        Path file = folder.resolve("a").resolve("b.txt");
        AtomicFile.write(file, out -> out.write("first".getBytes(UTF_8)));
        AtomicFile.write(file, out -> out.write("second".getBytes(UTF_8)));
        assertThat(file).hasContent("second");
        assertThat(folder.resolve("a")).isDirectoryContaining(file::equals);
        try (var files = Files.list(folder.resolve("a"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFullDiskLeavesTheFileThatWasThere() throws IOException {
        Path file = folder.resolve("model.zip");
        Files.writeString(file, "earlier");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[200_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "could not write " + file + ": No space left on device; the file that was there is unchanged");
        assertThat(file).hasContent("earlier");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFirstFileThatFailsLeavesNothing() {
        Path file = folder.resolve("model.zip");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    throw new IOException("No space left on device");
                }))
                .hasMessage("could not write " + file + ": No space left on device; no file was written");
        assertThat(folder).isEmptyDirectory();
    }
}
