package org.spike4j.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.simulation.EventCameraSettings;

class VideoEventReaderTest {
    @TempDir
    private Path folder;

    @Test
    void greyThatRisesGivesItsThresholdCrossingsAtTheTimesOfTheVideo() throws IOException {
        Path file = greys(40, 80, 160, 160); // ln 2 from picture to picture
        EventStream events;
        try (VideoEventReader reader =
                VideoEventReader.open(file, VideoOptions.defaults(), EventCameraSettings.ideal(0.2))) {
            assertThat(reader.width()).isEqualTo(8);
            assertThat(reader.height()).isEqualTo(4);
            events = reader.all();
        }
        assertThat(events.size()).isEqualTo(6 * 32); // floor(2 ln 2 / 0.2)
        for (int k = 0; k < 6; k++) {
            assertThat(events.t(32 * k)).isCloseTo(Math.round((k + 1) * 0.2 / Math.log(2) * 100_000), within(2L));
            assertThat(events.polarity(32 * k)).isEqualTo(1);
        }
    }

    @Test
    void darknessIsLinear() throws IOException {
        Path file = greys(0, 10, 20);
        try (VideoEventReader reader =
                VideoEventReader.open(file, VideoOptions.defaults(), EventCameraSettings.ideal(0.4))) {
            // ln 20 / 2 = 1.498 from picture to picture: 3 crossings, then 7 in all
            assertThat(reader.all().size()).isEqualTo(7 * 32);
        }
    }

    @Test
    void packetsAreTheWholeInOrder() throws IOException {
        Path file = MovingPicture.write(folder.resolve("a.mkv"), 32, 24, 15, 30);
        EventCameraSettings settings = EventCameraSettings.noisy().withSeed(2);
        EventStream whole;
        try (VideoEventReader reader = VideoEventReader.open(file, VideoOptions.defaults(), settings)) {
            whole = reader.all();
        }
        int size = 0;
        int packets = 0;
        try (VideoEventReader reader = VideoEventReader.open(file, VideoOptions.defaults(), settings)) {
            for (Optional<EventStream> next = reader.next(); next.isPresent(); next = reader.next()) {
                EventStream packet = next.get();
                for (int i = 0; i < packet.size(); i++, size++) {
                    assertThat(packet.t(i)).isEqualTo(whole.t(size));
                    assertThat(packet.x(i)).isEqualTo(whole.x(size));
                }
                packets++;
            }
        }
        assertThat(size).isEqualTo(whole.size()).isGreaterThan(1_000);
        assertThat(packets).isEqualTo(14);
    }

    /** Pictures of one grey, ten a second, without loss. */
    private Path greys(int... levels) throws IOException {
        Path file = folder.resolve("greys.mkv");
        try (VideoWriter writer = VideoWriter.create(file, 8, 4, 10)) {
            for (int level : levels) {
                byte[] rgb = new byte[3 * 32];
                Arrays.fill(rgb, (byte) level);
                writer.write(rgb);
            }
            writer.finish();
        }
        return file;
    }
}
