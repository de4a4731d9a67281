package org.spike4j.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VideoRoundTripTest {
    @TempDir
    private Path folder;

    /** The smaller the picture, the more of its colour is lost where four pixels share one. */
    @ParameterizedTest
    @CsvSource({
        "a.mp4, 64, 48, 4",
        "odd.mp4, 33, 17, 6",
        "tiny.mp4, 8, 8, 20",
        "a.avi, 64, 48, 4",
        "a.webm, 64, 48, 5",
        "a.mkv, 64, 48, 0",
        "a.mkv, 33, 17, 0",
        "a.gif, 64, 48, 26",
        "a.mov, 64, 48, 4"
    })
    void picturesComeBackInOrderWithTheirTimes(String name, int width, int height, double tolerance)
            throws IOException {
        Path file = MovingPicture.write(folder.resolve(name), width, height, 20, 20);
        List<VideoFrame> frames = MovingPicture.read(file);

        assertThat(frames).hasSize(20);
        assertThat(VideoFile.countFrames(file, VideoOptions.defaults())).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            VideoFrame frame = frames.get(i);
            assertThat(frame.width()).isEqualTo(width);
            assertThat(frame.height()).isEqualTo(height);
            assertThat(frame.micros()).isCloseTo(i * 50_000L, within(1_000L));
            byte[] wanted = MovingPicture.picture(width, height, i);
            assertThat(MovingPicture.difference(frame.rgb(), wanted))
                    .as("picture %d of %s", i, name)
                    .isLessThanOrEqualTo(tolerance);
        }
    }

    @Test
    void coloursKeepTheirChannel() throws IOException {
        byte[] red = new byte[3 * 32 * 32];
        for (int i = 0; i < red.length; i += 3) {
            red[i] = (byte) 200;
            red[i + 2] = 40;
        }
        Path file = folder.resolve("red.mp4");
        try (VideoWriter writer = VideoWriter.create(file, 32, 32, 10)) {
            writer.write(red);
            writer.finish();
        }
        byte[] back = MovingPicture.read(file).get(0).rgb();
        assertThat(back[3 * 500] & 0xff).isCloseTo(200, within(4));
        assertThat(back[3 * 500 + 1] & 0xff).isCloseTo(0, within(4));
        assertThat(back[3 * 500 + 2] & 0xff).isCloseTo(40, within(4));
    }

    @Test
    void picturesAreBroughtToTheSizeAskedForByMeansOfAreas() throws IOException {
        byte[] halves = new byte[3 * 40 * 20];
        for (int i = 0; i < halves.length; i++) {
            halves[i] = (byte) (i / 3 % 4 < 2 ? 200 : 100); // two columns bright, two dim
        }
        Path file = folder.resolve("halves.mkv");
        try (VideoWriter writer = VideoWriter.create(file, 40, 20, 10)) {
            writer.write(halves);
            writer.finish();
        }
        VideoFrame small = MovingPicture.read(file, VideoOptions.defaults().withSize(10, 5))
                .get(0);
        assertThat(small.width()).isEqualTo(10);
        assertThat(small.height()).isEqualTo(5);
        for (byte value : small.rgb()) {
            assertThat(value & 0xff).isCloseTo(150, within(2));
        }
    }

    @Test
    void folderOfPicturesIsAVideoInTheOrderOfItsNumbers() throws IOException {
        for (int number : new int[] {1, 2, 10, 11}) {
            BufferedImage image = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
            image.setRGB(5, 3, number << 16 | 7);
            ImageIO.write(
                    image, "png", folder.resolve("picture_" + number + ".png").toFile());
        }
        Files.writeString(folder.resolve("notes.txt"), "no picture");

        List<VideoFrame> frames =
                MovingPicture.read(folder, VideoOptions.defaults().withFolderRate(12));
        assertThat(frames).extracting(frame -> frame.rgb()[3 * 23] & 0xff).containsExactly(1, 2, 10, 11);
        assertThat(frames).extracting(frame -> frame.rgb()[3 * 23 + 2] & 0xff).containsOnly(7);
        assertThat(frames).extracting(VideoFrame::micros).containsExactly(0L, 83_333L, 166_667L, 250_000L);
        assertThat(VideoFile.countFrames(folder, VideoOptions.defaults())).isEqualTo(4);
    }

    @Test
    void writerThatIsNotFinishedLeavesWhatWasThere() throws IOException {
        Path file = MovingPicture.write(folder.resolve("kept.mp4"), 32, 32, 3, 10);
        byte[] before = Files.readAllBytes(file);
        try (VideoWriter writer = VideoWriter.create(file, 32, 32, 10)) {
            writer.write(new byte[3 * 32 * 32]);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> content = Files.list(folder)) {
            assertThat(content).containsExactly(file);
        }
    }

    @Test
    void equalPicturesGiveEqualFiles() throws IOException {
        Path one = MovingPicture.write(folder.resolve("one.mp4"), 32, 32, 5, 10);
        Path other = MovingPicture.write(folder.resolve("other.mp4"), 32, 32, 5, 10);
        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void wrongUseIsNamed() throws IOException {
        Path text = folder.resolve("a.txt");
        assertThatThrownBy(() -> VideoWriter.create(text, 8, 8, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.txt")
                .hasMessageContaining(".mp4");
        assertThatThrownBy(() -> VideoWriter.create(folder.resolve("none/a.mp4"), 8, 8, 10))
                .isInstanceOf(VideoFileException.class)
                .hasMessageContaining("No such file");
        try (VideoWriter writer = VideoWriter.create(folder.resolve("b.mp4"), 8, 8, 10)) {
            assertThatThrownBy(() -> writer.write(new byte[5])).hasMessageContaining("192 bytes, had 5");
        }
        assertThatThrownBy(() -> VideoOptions.defaults().withSize(0, 5)).hasMessageContaining("were 0 and 5");
    }
}
