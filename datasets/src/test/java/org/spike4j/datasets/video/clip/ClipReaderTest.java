package org.spike4j.datasets.video.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.video.VideoWriter;

class ClipReaderTest {
    private final SplittableRandom random = new SplittableRandom(1);

    @TempDir
    private Path folder;

    @Test
    void clipHoldsTheChosenPicturesInItsOwnOrder() throws IOException {
        Path file = greys(10);
        ClipReader reader = new ClipReader(VideoOptions.defaults(), new StridedFrames(3, 2, 2, false));
        Clip clip = reader.read(file, random);

        assertThat(clip.channels()).isEqualTo(3);
        assertThat(clip.frames()).isEqualTo(3);
        assertThat(clip.height()).isEqualTo(4);
        assertThat(clip.width()).isEqualTo(6);
        for (int t = 0; t < 3; t++) {
            float number = 2 + 2 * t; // start (10 - 1 - 4) / 2 = 2
            assertThat(clip.values()[clip.at(0, t)]).isCloseTo(10 * number / 255, within(1e-6f));
            assertThat(clip.values()[clip.at(2, t) + 23]).isCloseTo((10 * number + 5) / 255, within(1e-6f));
        }
    }

    @Test
    void shortVideoRepeatsItsLastPicture() throws IOException {
        ClipReader reader = new ClipReader(VideoOptions.defaults().withSize(3, 2), StridedFrames.consecutive(4, false));
        Clip clip = reader.read(greys(2), random);
        float[] red = new float[4];
        for (int t = 0; t < 4; t++) {
            red[t] = clip.values()[clip.at(0, t)] * 255;
        }
        assertThat(red).containsExactly(new float[] {0, 10, 10, 10}, within(1e-3f));
        assertThat(clip.width()).isEqualTo(3);
    }

    /** Picture k has red and green 10 k and blue 10 k + 5; without loss. */
    private Path greys(int pictures) throws IOException {
        Path file = folder.resolve("greys.mkv");
        try (VideoWriter writer = VideoWriter.create(file, 6, 4, 10)) {
            for (int k = 0; k < pictures; k++) {
                byte[] rgb = new byte[3 * 24];
                Arrays.fill(rgb, (byte) (10 * k));
                for (int i = 2; i < rgb.length; i += 3) {
                    rgb[i] = (byte) (10 * k + 5);
                }
                writer.write(rgb);
            }
            writer.finish();
        }
        return file;
    }
}
