package org.spike4j.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedVideoTest {
    @TempDir
    private Path folder;

    @Test
    void fileThatIsNoVideoIsNamedWithTheCause() throws IOException {
        Path text = Files.writeString(folder.resolve("text.mp4"), "this is no video\n".repeat(100));
        Path empty = Files.createFile(folder.resolve("empty.mp4"));
        Path playlist = Files.writeString(folder.resolve("list.mp4"), "#EXTM3U\n#EXTINF:1,\nfile:/etc/passwd\n");
        for (Path file : new Path[] {text, empty, playlist}) {
            assertThatThrownBy(() -> VideoFile.open(file))
                    .isInstanceOf(VideoFileException.class)
                    .hasMessageStartingWith(file + ": finding a video in it failed")
                    .hasMessageContaining("give a video");
        }
        assertThatThrownBy(() -> VideoFile.open(folder.resolve("none.mp4"))).hasMessageContaining("no such file");
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        assertThatThrownBy(() -> VideoFile.open(nothing)).hasMessageContaining("no pictures in this folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.avi", "a.webm", "a.gif"})
    void truncatedFileEndsWithOneExceptionOrWithThePicturesThatAreThere(String name) throws IOException {
        byte[] whole = Files.readAllBytes(MovingPicture.write(folder.resolve(name), 48, 32, 20, 20));
        Path cut = folder.resolve("cut-" + name);
        for (int share = 1; share < 10; share++) {
            Files.write(cut, Arrays.copyOf(whole, whole.length * share / 10));
            assertThat(picturesOrFailure(cut))
                    .as("%d tenths of %s", share, name)
                    .isLessThan(20);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "a.avi", "a.webm", "a.gif", "small.mp4"})
    void mutatedFilesGivePicturesOrTheDocumentedException(String name) throws IOException {
        int width = name.startsWith("small") ? 12 : 48;
        byte[] whole = Files.readAllBytes(MovingPicture.write(folder.resolve(name), width, 32, 8, 20));
        Path damaged = folder.resolve("damaged-" + name);
        int rounds = Integer.getInteger("spike4j.mutations", 100);
        SplittableRandom random = new SplittableRandom(41);
        int failures = 0;
        for (int i = 0; i < rounds; i++) {
            Files.write(damaged, DamagedBytes.mutate(whole, random));
            failures += picturesOrFailure(damaged) < 0 ? 1 : 0;
        }
        assertThat(failures).isBetween(1, rounds - 1);
    }

    @Test
    void nativeMemoryIsFreedOfWholeAndOfDamagedFiles() throws IOException {
        Path file = MovingPicture.write(folder.resolve("a.mp4"), 640, 480, 3, 20);
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.mp4");
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        read(file, cut, 20);
        long before = Pointer.physicalBytes();
        read(file, cut, 150);
        // One reader holds above 4 MB of pictures; 300 that leaked would hold more than 1 GB.
        assertThat(Pointer.physicalBytes() - before).isLessThan(300L << 20);
    }

    @Test
    void closedReaderSaysSo() throws IOException {
        Path file = MovingPicture.write(folder.resolve("a.mp4"), 16, 16, 3, 20);
        VideoReader reader = VideoFile.open(file);
        reader.close();
        reader.close();
        assertThatThrownBy(reader::next)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private static void read(Path whole, Path cut, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            assertThat(MovingPicture.read(whole)).hasSize(3);
            assertThat(picturesOrFailure(cut)).isEqualTo(-1);
        }
    }

    /** Number of pictures, or -1 for the documented exception; everything else fails the test. */
    private static int picturesOrFailure(Path file) throws IOException {
        try {
            return MovingPicture.read(file).size();
        } catch (VideoFileException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
            return -1;
        }
    }
}
