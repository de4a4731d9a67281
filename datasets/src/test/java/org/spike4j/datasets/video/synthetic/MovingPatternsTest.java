package org.spike4j.datasets.video.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoReader;
import org.spike4j.datasets.video.sets.LabelledVideos;
import org.spike4j.datasets.video.sets.Ucf101;

class MovingPatternsTest {
    @TempDir
    private Path folder;

    @Test
    void allClassesPassThroughTheSamePictureSoNoneIsToldByIt() {
        int middle = MovingPattern.PICTURES / 2;
        byte[] wanted = new MovingPattern(PatternMotion.RIGHT, 5).picture(middle);
        for (PatternMotion motion : PatternMotion.values()) {
            MovingPattern pattern = new MovingPattern(motion, 5);
            assertThat(pattern.picture(middle)).isEqualTo(wanted);
            assertThat(pattern.picture(middle + 3)).isNotEqualTo(wanted);
        }
    }

    /** The mean picture over many patterns is flat for every motion and time: no place is special. */
    @Test
    void picturesOfAClassHaveNoTypicalPlaces() {
        for (PatternMotion motion : new PatternMotion[] {PatternMotion.RIGHT, PatternMotion.CLOCKWISE}) {
            double inner = 0;
            double outer = 0;
            for (int seed = 0; seed < 60; seed++) {
                byte[] first = new MovingPattern(motion, seed).picture(0);
                for (int i = 0; i < first.length; i += 3) {
                    int column = i / 3 % MovingPattern.SIDE;
                    if (column < MovingPattern.SIDE / 2) {
                        inner += first[i] & 0xff;
                    } else {
                        outer += first[i] & 0xff;
                    }
                }
            }
            assertThat(inner / outer).isBetween(0.9, 1.1);
        }
    }

    @Test
    void patternMovesTheWayOfItsClass() {
        int middle = MovingPattern.PICTURES / 2;
        byte[] before = new MovingPattern(PatternMotion.RIGHT, 9).picture(middle);
        byte[] after = new MovingPattern(PatternMotion.RIGHT, 9).picture(middle + 3);
        // 2.1 to 4.2 pixels to the right: shifted back by 3 it resembles the picture before, shifted on it does not.
        assertThat(difference(before, after, 3)).isLessThan(0.6 * difference(before, after, -3));
        byte[] up = new MovingPattern(PatternMotion.UP, 9).picture(middle + 3);
        assertThat(difference(before, up, -3 * MovingPattern.SIDE))
                .isLessThan(0.6 * difference(before, up, 3 * MovingPattern.SIDE));
    }

    @Test
    void videosAreWrittenOnceAndReadAsUcf101() throws IOException {
        Path made = MovingPatterns.prepare(folder.resolve("patterns"), 2, 1, 3);
        LabelledVideos videos = Ucf101.open(made, 1, 0.5, 1);
        assertThat(videos.classNames()).hasSize(8).startsWith("right", "left");
        assertThat(videos.videos(Split.TRAIN)).hasSize(8);
        assertThat(videos.videos(Split.VALIDATION)).hasSize(8);
        assertThat(videos.videos(Split.TEST)).hasSize(8);
        Path video = videos.videos(Split.TEST).get(3).path();
        try (VideoReader reader = VideoFile.open(video)) {
            assertThat(reader.width()).isEqualTo(MovingPattern.SIDE);
            int pictures = 0;
            while (reader.next().isPresent()) {
                pictures++;
            }
            assertThat(pictures).isEqualTo(MovingPattern.PICTURES);
        }

        FileTime written = Files.getLastModifiedTime(video);
        MovingPatterns.prepare(made, 2, 1, 3);
        assertThat(Files.getLastModifiedTime(video)).isEqualTo(written);
        MovingPatterns.prepare(made, 1, 1, 4);
        assertThat(Ucf101.open(made, 1, 0, 1).train()).hasSize(8);
    }

    @Test
    void foreignFolderIsLeftAlone() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> MovingPatterns.prepare(other, 1, 1, 1)).hasMessageContaining("something other");
        assertThat(other.resolve("mine.txt")).exists();
    }

    /** Mean difference where place i of one is compared with place i + shift of the other, away from the border. */
    private static double difference(byte[] one, byte[] other, int shift) {
        double sum = 0;
        int side = MovingPattern.SIDE;
        for (int y = 5; y < side - 5; y++) {
            for (int x = 5; x < side - 5; x++) {
                int place = y * side + x;
                sum += Math.abs((one[3 * place] & 0xff) - (other[3 * (place + shift)] & 0xff));
            }
        }
        return sum;
    }
}
