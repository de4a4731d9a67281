package org.spike4j.datasets.video.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.gesture.ListFileException;
import org.spike4j.datasets.sets.SampleShape;
import org.spike4j.datasets.sets.Split;
import org.spike4j.datasets.simulation.EventCameraSettings;
import org.spike4j.datasets.video.VideoOptions;
import org.spike4j.datasets.video.VideoWriter;
import org.spike4j.datasets.video.clip.ClipReader;
import org.spike4j.datasets.video.clip.FrameDifferences;
import org.spike4j.datasets.video.clip.Grey;
import org.spike4j.datasets.video.clip.StridedFrames;

class VideoSetsTest {
    @TempDir
    private Path folder;

    @Test
    void ucf101IsReadByItsListsAndHoldsOutWholeGroups() throws IOException {
        ucf101();
        LabelledVideos videos = Ucf101.open(folder, 2, 0.5, 7);
        assertThat(videos.classNames()).containsExactly("Archery", "YoYo");
        assertThat(videos.train()).hasSize(4);
        assertThat(videos.validation()).hasSize(4);
        assertThat(videos.train()).extracting(LabelledVideo::label).containsExactlyInAnyOrder(0, 0, 1, 1);
        assertThat(videos.train())
                .extracting(LabelledVideo::group)
                .doesNotContainAnyElementsOf(
                        videos.validation().stream().map(LabelledVideo::group).toList());
        assertThat(videos.test())
                .extracting(video -> video.path().getFileName().toString())
                .containsExactly("v_Archery_g03_c01.avi", "v_YoYo_g03_c01.avi");
        assertThat(Ucf101.open(folder, 2, 0.5, 7)).isEqualTo(videos);
        assertThat(Ucf101.open(folder, 2, 0, 7).train()).hasSize(8);
    }

    @Test
    void mistakesInTheListsOfUcf101AreNamedWithTheirLine() throws IOException {
        ucf101();
        Path list = folder.resolve("ucfTrainTestlist/trainlist02.txt");
        Files.writeString(list, "Archery/v_Archery_g01_c01.avi 1\nArchery/v_Archery_g77_c01.avi 1\n");
        assertThatThrownBy(() -> Ucf101.open(folder, 2, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageStartingWith(list + ", line 2: names a video that is not there");
        Files.writeString(list, "../secret.avi 1\n");
        assertThatThrownBy(() -> Ucf101.open(folder, 2, 0, 1)).hasMessageContaining("must start with CLASS/VIDEO");
        assertThatThrownBy(() -> Ucf101.open(folder, 4, 0, 1)).hasMessageContaining("list must be 1 to 3");
        assertThatThrownBy(() -> Ucf101.open(folder.resolve("UCF-101"), 1, 0, 1))
                .hasMessageContaining("there is no classInd.txt");
    }

    @Test
    void jesterIsFoldersOfPicturesWithListsAndItsValidationPartTests() throws IOException {
        Files.writeString(folder.resolve("jester-v1-labels.csv"), "Swiping Left\nDoing other things\n");
        Files.writeString(
                folder.resolve("jester-v1-train.csv"), "11;Swiping Left\n12;Doing other things\n13;Swiping Left\n");
        Files.writeString(folder.resolve("jester-v1-validation.csv"), "20;Doing other things\n");
        for (int number : new int[] {11, 12, 13, 20}) {
            Path video =
                    Files.createDirectories(folder.resolve("20bn-jester-v1").resolve("" + number));
            for (int k = 1; k <= 5; k++) {
                BufferedImage image = new BufferedImage(16, 10, BufferedImage.TYPE_INT_RGB);
                image.setRGB(8, 5, 0xffffff);
                ImageIO.write(
                        image,
                        "jpg",
                        video.resolve(String.format("%05d.jpg", k)).toFile());
            }
        }
        LabelledVideos videos = Jester.open(folder, 0, 1);
        assertThat(videos.train()).extracting(LabelledVideo::label).containsExactly(0, 1, 0);
        assertThat(videos.test()).extracting(LabelledVideo::label).containsExactly(1);

        VideoOptions options = VideoOptions.defaults().withFolderRate(Jester.RATE);
        ClipSource source = new ClipSource(new ClipReader(options, StridedFrames.consecutive(3, false)), new Grey());
        VideoClips clips = new VideoClips(videos, source, source, SampleShape.frames(3, 1, 10, 16));
        assertThat(clips.samples(Split.TEST).get(0).source().read()).hasSize(3 * 160);

        Files.writeString(folder.resolve("jester-v1-train.csv"), "11;Swiping Up\n");
        assertThatThrownBy(() -> Jester.open(folder, 0, 1)).hasMessageContaining("line 1: must be NUMBER;CLASS");
    }

    @Test
    void rgbGestureHoldsOutWholePersons() throws IOException {
        for (String person : new String[] {"ann", "ben"}) {
            for (String gesture : new String[] {"clap", "wave"}) {
                write(folder.resolve("train/" + gesture + "/" + person + "_1.mp4"));
                write(folder.resolve("train/" + gesture + "/" + person + "_2.mp4"));
            }
        }
        write(folder.resolve("test/wave/eve_1.mp4"));
        LabelledVideos videos = RgbGesture.open(folder, 0.5, 3);
        assertThat(videos.classNames()).containsExactly("clap", "wave");
        assertThat(videos.train()).hasSize(4);
        assertThat(videos.train())
                .extracting(LabelledVideo::group)
                .containsOnly(videos.train().get(0).group());
        assertThat(videos.validation()).hasSize(4);
        assertThat(videos.test()).extracting(LabelledVideo::label).containsExactly(1);
        assertThatThrownBy(() -> RgbGesture.open(folder.resolve("test"), 0, 1)).hasMessageContaining("no such folder");
    }

    @Test
    void clipsDifferencesAndEventsOfOneVideoAreSamples() throws IOException {
        ucf101();
        LabelledVideos videos = Ucf101.open(folder, 2, 0, 1);
        VideoOptions options = VideoOptions.defaults().withSize(16, 16);
        ClipReader reader = new ClipReader(options, StridedFrames.consecutive(4, true));
        ClipSource source = new ClipSource(reader, new FrameDifferences(0, false));
        VideoClips clips = new VideoClips(videos, source, source, SampleShape.frames(3, 2, 16, 16));
        float[] values = clips.samples(Split.TRAIN).get(0).source().read();
        assertThat(values).hasSize(3 * 2 * 256);
        // picture k is 20 k everywhere: each step is brighter by 20 / 255, in channel 1 of each step
        assertThat(values[0]).isZero();
        assertThat(values[256 + 7]).isBetween(0.06f, 0.1f);
        assertThat(clips.samples(Split.TRAIN).get(0).source().readChanged(new SplittableRandom(4)))
                .hasSize(3 * 2 * 256);

        VideoEvents events = new VideoEvents(videos, options, EventCameraSettings.ideal(0.2));
        assertThat(events.width()).isEqualTo(16);
        // ln(140 / 40) / 0.2 = 6.26 and the start from 0; all pixels alike
        assertThat(events.samples(Split.TEST).get(0).source().read().size()).isGreaterThan(6 * 256);

        VideoClips wrong = new VideoClips(videos, source, source, SampleShape.frames(3, 1, 16, 16));
        assertThatThrownBy(() -> wrong.samples(Split.TRAIN).get(0).source().read())
                .hasMessageContaining("wanted [T=3, C=1, H=16, W=16]");
    }

    private void ucf101() throws IOException {
        Path lists = Files.createDirectories(folder.resolve("ucfTrainTestlist"));
        Files.writeString(lists.resolve("classInd.txt"), "1 Archery\n2 YoYo\n");
        StringBuilder train = new StringBuilder();
        StringBuilder test = new StringBuilder();
        for (String name : new String[] {"Archery", "YoYo"}) {
            for (String video : new String[] {"g01_c01", "g01_c02", "g02_c01", "g02_c02", "g03_c01"}) {
                String file = name + "/v_" + name + "_" + video + ".avi";
                write(folder.resolve("UCF-101").resolve(file));
                boolean tests = video.startsWith("g03");
                (tests ? test : train).append(file);
                (tests ? test : train)
                        .append(tests ? "" : name.equals("YoYo") ? " 2" : " 1")
                        .append('\n');
            }
        }
        Files.writeString(lists.resolve("trainlist02.txt"), train);
        Files.writeString(lists.resolve("testlist02.txt"), test);
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (VideoWriter writer = VideoWriter.create(file, 24, 16, 25)) {
            for (int k = 0; k < 8; k++) {
                byte[] rgb = new byte[3 * 24 * 16];
                Arrays.fill(rgb, (byte) (20 * k));
                writer.write(rgb);
            }
            writer.finish();
        }
    }
}
