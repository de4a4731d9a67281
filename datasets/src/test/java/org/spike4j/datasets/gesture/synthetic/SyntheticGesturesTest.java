package org.spike4j.datasets.gesture.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticGesturesTest {
    private static final SyntheticGestureSettings SMALL =
            SyntheticGestureSettings.defaults().withUsers(2, 1).withLights(2).withSecondsPerGesture(0.2);

    @TempDir
    Path temporary;

    @Test
    void folderHasTheOfficialLayout() throws IOException {
        SyntheticGestures.prepare(temporary.resolve("set"), SMALL, 2);

        Path inner = temporary.resolve("set/DvsGesture");
        assertThat(names(inner))
                .hasSize(6 * 2 + 3)
                .contains("trials_to_train.txt", "trials_to_test.txt", "gesture_mapping.csv");
        assertThat(Files.readAllLines(inner.resolve("trials_to_train.txt")))
                .hasSize(4)
                .allMatch(name -> name.startsWith("user01_") || name.startsWith("user02_"));
        assertThat(Files.readAllLines(inner.resolve("trials_to_test.txt")))
                .hasSize(2)
                .allMatch(name -> name.startsWith("user03_"));
        assertThat(Files.readAllLines(inner.resolve("gesture_mapping.csv")))
                .hasSize(12)
                .contains("right_arm_counter_clockwise,5");
        assertThat(names(temporary)).containsExactly("set");
    }

    @Test
    void bytesDoNotDependOnThreadsButOnTheSeed() throws IOException {
        SyntheticGestures.prepare(temporary.resolve("one"), SMALL, 1);
        SyntheticGestures.prepare(temporary.resolve("three"), SMALL, 3);
        SyntheticGestures.prepare(temporary.resolve("other"), SMALL.withSeed(1), 3);

        Map<String, List<Byte>> one = content(temporary.resolve("one"));
        assertThat(content(temporary.resolve("three"))).isEqualTo(one);
        assertThat(content(temporary.resolve("other"))).isNotEqualTo(one);
    }

    @Test
    void finishedFolderIsLeftAsItIs() throws IOException {
        Path folder = temporary.resolve("set");
        SyntheticGestures.prepare(folder, SMALL, 2);
        Path list = folder.resolve("DvsGesture/trials_to_test.txt");
        FileTime long_ago = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(list, long_ago);

        SyntheticGestures.prepare(folder, SMALL, 2);

        assertThat(Files.getLastModifiedTime(list)).isEqualTo(long_ago);
    }

    @Test
    void outdatedOrHalfMadeFolderIsMadeAnew() throws IOException {
        Path folder = temporary.resolve("set");
        SyntheticGestures.prepare(folder, SMALL, 2);
        Map<String, List<Byte>> wanted = content(folder);
        Files.delete(folder.resolve("DvsGesture/"
                + Files.readAllLines(folder.resolve("DvsGesture/trials_to_test.txt"))
                        .get(1)));
        SyntheticGestures.prepare(folder, SMALL, 2);
        assertThat(content(folder)).isEqualTo(wanted);

        SyntheticGestures.prepare(folder, SMALL.withUsers(1, 1), 2);
        assertThat(Files.readAllLines(folder.resolve("DvsGesture/trials_to_train.txt")))
                .hasSize(2);
    }

    @Test
    void folderOfAnOlderVersionIsMadeAnew() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("set"));
        Path marker = Files.writeString(folder.resolve("spike4j-synthetic-gestures.txt"), "version 1\n");

        SyntheticGestures.prepare(folder, SMALL.withUsers(1, 1).withLights(1), 1);

        assertThat(marker).doesNotExist();
        assertThat(folder.resolve("DvsGesture/trials_to_test.txt")).exists();
    }

    @Test
    void folderOfSomethingElseIsNeverTouched() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("real"));
        Path file = Files.writeString(folder.resolve("trials_to_train.txt"), "user01_lab.aedat\n");

        assertThatThrownBy(() -> SyntheticGestures.prepare(folder, SMALL, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("something other");
        assertThat(file).hasContent("user01_lab.aedat\n");
        assertThatThrownBy(() -> SyntheticGestures.prepare(file, SMALL, 1)).hasMessageContaining("something other");
    }

    @Test
    void placeThatCannotBeWrittenIsOneClearError() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> SyntheticGestures.prepare(file.resolve("set"), SMALL, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot write made-up data to")
                .hasMessageContaining(file.resolve("set").toString())
                .hasMessageContaining("give a folder that can be written");
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatThrownBy(() -> SMALL.withUsers(0, 1)).hasMessageContaining("users");
        assertThatThrownBy(() -> SMALL.withLights(6)).hasMessageContaining("lights must be 1 to 5");
        assertThatThrownBy(() -> SMALL.withSecondsPerGesture(Double.NaN)).hasMessageContaining("secondsPerGesture");
        assertThatThrownBy(() -> SyntheticGestures.prepare(temporary, SMALL, 0)).hasMessageContaining("threads");
        assertThat(SyntheticGestureSettings.defaults().recordings()).isEqualTo(87);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, List<Byte>> content(Path folder) throws IOException {
        Map<String, List<Byte>> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                content.put(folder.relativize(file).toString(), boxed(bytes));
            }
        }
        return content;
    }

    private static List<Byte> boxed(byte[] bytes) {
        Byte[] boxed = new Byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            boxed[i] = bytes[i];
        }
        return List.of(boxed);
    }
}
