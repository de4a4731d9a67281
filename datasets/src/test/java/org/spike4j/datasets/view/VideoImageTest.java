package org.spike4j.datasets.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoFrame;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.video.VideoReader;
import org.spike4j.datasets.video.VideoWriter;

class VideoImageTest {
    @TempDir
    private Path folder;

    @Test
    void sheetShowsPicturesFromTheWholeVideoInRowsOfFour() throws IOException {
        Path sheet = folder.resolve("sheet.png");
        assertThat(VideoImage.writePng(sheet, greys(12), 6, 32)).isEqualTo(6);
        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(4 * 32);
        assertThat(image.getHeight()).isEqualTo(2 * 16);
        for (int i = 0; i < 6; i++) {
            int grey = image.getRGB(32 * (i % 4) + 16, 16 * (i / 4) + 8) & 0xff;
            assertThat(grey).isEqualTo(10 * (2 * i + 1));
        }
    }

    @Test
    void animationAndVideoHoldThePictures() throws IOException {
        Path video = greys(12);
        Path animation = folder.resolve("a.gif");
        assertThat(VideoImage.writeGif(animation, video, 100, 50, 32)).isEqualTo(12);
        assertThat(read(animation)).hasSize(12);
        Path again = folder.resolve("again.mp4");
        assertThat(VideoImage.writeVideo(again, video)).isEqualTo(12);
        List<VideoFrame> frames = read(again);
        assertThat(frames.get(11).micros()).isCloseTo(1_100_000, within(2_000L));
        assertThat(frames.get(11).rgb()[0] & 0xff).isCloseTo(110, within(4));
    }

    @Test
    void eventsBecomeAVideoOfTheirSlices() throws IOException {
        EventStreamBuilder events = EventStream.builder(16, 8);
        for (int i = 0; i < 16; i++) {
            events.add(1_000L * i, i, 4, 1);
        }
        Path file = folder.resolve("events.mp4");
        EventAnimation.writeVideo(file, events.build(), 8, 20, 4);
        List<VideoFrame> frames = read(file);
        assertThat(frames).hasSize(8);
        assertThat(frames.get(0).width()).isEqualTo(64);
        // slice k holds events of columns 2 k and 2 k + 1: blue there, white elsewhere
        int at = 3 * (18 * 64 + 4 * 2 * 3 + 3);
        assertThat(frames.get(3).rgb()[at + 2] & 0xff).isGreaterThan(150);
        assertThat(frames.get(3).rgb()[at] & 0xff).isLessThan(110);
        assertThat(frames.get(6).rgb()[at] & 0xff).isGreaterThan(220);
    }

    private Path greys(int pictures) throws IOException {
        Path file = folder.resolve("greys.mkv");
        try (VideoWriter writer = VideoWriter.create(file, 32, 16, 10)) {
            for (int k = 0; k < pictures; k++) {
                byte[] rgb = new byte[3 * 32 * 16];
                Arrays.fill(rgb, (byte) (10 * k));
                writer.write(rgb);
            }
            writer.finish();
        }
        return file;
    }

    private static List<VideoFrame> read(Path file) throws IOException {
        List<VideoFrame> frames = new ArrayList<>();
        try (VideoReader reader = VideoFile.open(file, VideoOptions.defaults())) {
            for (Optional<VideoFrame> next = reader.next(); next.isPresent(); next = reader.next()) {
                frames.add(next.get());
            }
        }
        return frames;
    }
}
