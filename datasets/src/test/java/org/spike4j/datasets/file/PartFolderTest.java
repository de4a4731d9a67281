package org.spike4j.datasets.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFolderTest {
    @TempDir
    Path temporary;

    @Test
    void publishedFolderTakesThePlaceOfTheOldOne() throws IOException {
        Path target = Files.createDirectories(temporary.resolve("above/set"));
        Files.createFile(target.resolve("old"));

        try (PartFolder part = PartFolder.beside(target)) {
            Files.createFile(part.path().resolve("new"));
            assertThat(target.resolve("old")).exists();
            part.publish();
        }

        assertThat(target.resolve("new")).exists();
        assertThat(target.resolve("old")).doesNotExist();
        assertThat(neighbours(target)).isOne();
    }

    @Test
    void folderThatIsNotPublishedLeavesNothing() throws IOException {
        Path target = temporary.resolve("above/set");

        try (PartFolder part = PartFolder.beside(target)) {
            Files.createFile(Files.createDirectory(part.path().resolve("inner")).resolve("file"));
        }

        assertThat(neighbours(target)).isZero();
    }

    @Test
    void whatAProcessThatDiedLeftBehindIsRemovedAndThatOfALivingOneIsNot() throws IOException {
        Path dead = Files.createDirectory(temporary.resolve(".set [1].999999999999-1.part"));
        Files.createFile(dead.resolve("file"));
        Path living = Files.createDirectory(temporary.resolve(".set [1].1-1.part"));
        Path other = Files.createDirectory(temporary.resolve(".set.999999999999-1.part"));

        PartFolder.beside(temporary.resolve("set [1]")).close();

        assertThat(dead).doesNotExist();
        assertThat(living).exists();
        assertThat(other).exists();
    }

    private static long neighbours(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.count();
        }
    }
}
