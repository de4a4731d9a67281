package org.spike4j.datasets.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.aedat31.Aedat31SensorSample;
import org.spike4j.datasets.format.aedat4.Aedat4SensorSample;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.SensorSamples;
import org.spike4j.datasets.video.VideoFile;
import org.spike4j.datasets.video.VideoOptions;

class FrameImageTest {
    private static final CameraFrame GREY = SensorSamples.frame(1, 1, 1000, 6, 4, 1, 8);
    private static final CameraFrame COLOUR = SensorSamples.frame(2, 1, 9000, 6, 4, 3, 8);
    private static final CameraFrame FINE = SensorSamples.frame(3, 1, 500, 6, 4, 1, 16);

    @TempDir
    Path folder;

    @Test
    void folderHasEveryFrameWithTheValuesAndTimesOfTheFile() throws IOException {
        Path out = folder.resolve("frames");

        assertThat(FrameImage.writeFolder(out, recording(), false)).isEqualTo(2);

        BufferedImage grey = ImageIO.read(out.resolve("000000.png").toFile());
        assertThat(grey.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        assertValues(grey, GREY);
        assertValues(ImageIO.read(out.resolve("000001.png").toFile()), COLOUR);
        assertThat(out.resolve("times.csv"))
                .hasContent("file,t_us,start_of_frame_us,end_of_frame_us,start_of_exposure_us,end_of_exposure_us,"
                        + "left,top,width,height,channels,bits,stream\n"
                        + "000000.png,4000,1000,10000,2000,6001,3,5,6,4,1,8,1\n"
                        + "000001.png,12000,9000,18000,10000,14001,3,5,6,4,3,8,1\n");
        assertThat(VideoFile.countFrames(out, VideoOptions.defaults())).isEqualTo(2);
    }

    @Test
    void sixteenBitsAreKept() throws IOException {
        Path file = folder.resolve("fine.aedat");
        Files.write(file, new Aedat31SensorSample().frames(0, 1, List.of(FINE)).bytes());

        FrameImage.writeFolder(folder.resolve("fine"), file, false);

        assertValues(ImageIO.read(folder.resolve("fine/000000.png").toFile()), FINE);
    }

    @Test
    void folderMustBeEmpty() throws IOException {
        Files.writeString(folder.resolve("old.txt"), "old");
        Path recording = recording();

        assertThatThrownBy(() -> FrameImage.writeFolder(folder, recording, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("absent or empty");
    }

    @Test
    void sheetShowsFramesSideBySideAndAnAnimationOneAfterTheOther() throws IOException {
        Path sheet = folder.resolve("sheet.png");
        Path animation = folder.resolve("frames.gif");

        assertThat(FrameImage.writePng(sheet, recording(), 12, 60)).isEqualTo(2);
        assertThat(FrameImage.writeGif(animation, recording(), 12, 50, 60)).isEqualTo(2);

        BufferedImage image = ImageIO.read(sheet.toFile());
        assertThat(image.getWidth()).isEqualTo(120);
        assertThat(image.getHeight()).isEqualTo(40);
        assertThat(image.getRGB(5, 5) & 0xff).isEqualTo(GREY.value(0, 0, 0));
        assertThat(image.getRGB(65, 5) >> 16 & 0xff).isEqualTo(COLOUR.value(0, 0, 0));
        assertThat(Files.readAllBytes(animation)).startsWith('G', 'I', 'F');
    }

    @Test
    void recordingWithoutFramesIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("none.aedat4"), new Aedat4SensorSample(30, 20, 0).bytes());

        assertThatThrownBy(() -> FrameImage.writePng(folder.resolve("x.png"), file, 1, 10))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("with frames");
        assertThatThrownBy(() -> FrameImage.writeFolder(folder.resolve("frames"), file, false))
                .isInstanceOf(EventFileException.class);
        assertThat(folder).isDirectoryNotContaining("glob:**frames*");
    }

    private Path recording() throws IOException {
        byte[] bytes =
                new Aedat4SensorSample(30, 20, 1).frame(GREY).frame(COLOUR).bytes();
        return Files.write(folder.resolve("frames.aedat4"), bytes);
    }

    private static void assertValues(BufferedImage image, CameraFrame frame) {
        for (int row = 0; row < frame.height(); row++) {
            for (int column = 0; column < frame.width(); column++) {
                for (int channel = 0; channel < frame.channels(); channel++) {
                    assertThat(image.getRaster().getSample(column, row, channel))
                            .isEqualTo(frame.value(row, column, channel));
                }
            }
        }
    }
}
