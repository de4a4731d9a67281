package org.spike4j.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.SharedData;

/**
 * Facts of the containers and pictures decoded by torchcodec; real H.264, H.265 and Xvid. Three files have pixels that are
 * wider than high; they are handed out as they are, 340 columns, not stretched to the 426 and 455 that players show.
 */
class RealVideosTest {
    @ParameterizedTest
    @CsvSource({
        "jcodec/big_buck_bunny_160x90_ltr.mp4, 160, 90, 75, 3.0",
        "mmaction2/demo.mp4, 340, 256, 280, 10.0",
        "mmaction2/part_0.mp4, 340, 256, 32, 0",
        "mmaction2/test.mp4, 340, 256, 300, 0",
        "mmaction2/test.avi, 320, 240, 164, 6.56",
        "torchcodec/bt709_full_range.mp4, 1280, 720, 30, 0",
        "torchcodec/h265_video.mp4, 128, 128, 10, 0"
    })
    void everyPictureIsDecodedWithItsSize(String name, int width, int height, int pictures, double seconds)
            throws IOException {
        Path file = SharedData.require("video/" + name);
        List<VideoFrame> frames =
                MovingPicture.read(file, VideoOptions.defaults().withSize(32, 32));
        try (VideoReader reader = VideoFile.open(file)) {
            assertThat(reader.width()).isEqualTo(width);
            assertThat(reader.height()).isEqualTo(height);
        }
        assertThat(frames).hasSize(pictures);
        assertThat(VideoFile.countFrames(file, VideoOptions.defaults())).isEqualTo(pictures);
        for (int i = 1; i < pictures; i++) {
            assertThat(frames.get(i).micros()).isGreaterThan(frames.get(i - 1).micros());
        }
        if (seconds > 0) {
            double shown = frames.get(pictures - 1).micros() * 1e-6 * pictures / (pictures - 1);
            assertThat(shown).isCloseTo(seconds, within(0.05));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 35})
    void picturesEqualThoseOfTorchcodec(int number) throws IOException {
        Path file = SharedData.require("video/torchcodec/nasa_13013.mp4");
        Path wanted = SharedData.require(String.format("video/torchcodec/nasa_13013.mp4.stream0.frame%06d.pt", number));
        List<VideoFrame> frames =
                MovingPicture.read(file, VideoOptions.defaults().withStream(0));
        assertThat(frames).hasSize(325);
        assertThat(frames.get(number).micros()).isEqualTo(40_000L * number);

        byte[] reference = bytes(wanted);
        byte[] rgb = frames.get(number).rgb();
        assertThat(rgb).hasSameSizeAs(reference);
        assertThat(MovingPicture.difference(rgb, reference)).isLessThan(0.01);
    }

    @Test
    void bestStreamIsTheOneThatPlayersShow() throws IOException {
        Path file = SharedData.require("video/torchcodec/nasa_13013.mp4");
        List<VideoFrame> frames = MovingPicture.read(file);
        assertThat(frames).hasSize(390);
        assertThat(frames.get(0).width()).isEqualTo(480);
    }

    /** The bytes [height, width, 3] in a file of PyTorch, a zip archive. */
    private static byte[] bytes(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry data = zip.stream()
                    .filter(entry -> entry.getName().endsWith("/data/0"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = zip.getInputStream(data)) {
                return in.readAllBytes();
            }
        }
    }
}
