package org.spike4j.datasets.format.aedat31;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.SensorFile;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.FrameTimes;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSamples;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.SensorStream;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.format.sensor.Trigger;
import org.spike4j.datasets.format.sensor.TriggerType;

class Aedat31SensorReaderTest {
    private static final long WRAP = 1L << 31;
    private static final CameraFrame GREY = SensorSamples.frame(1, 1, 500, 6, 4, 1, 16);
    private static final CameraFrame COLOUR = SensorSamples.frame(2, 1, 900, 2, 3, 3, 16);
    private static final CameraFrame ALPHA = SensorSamples.frame(3, 1, 1300, 5, 1, 4, 16);
    private static final List<InertialSample> SIX = SensorSamples.samples(1, 100, 5, false);
    private static final List<InertialSample> NINE = SensorSamples.samples(1, 100, 3, true);
    private static final List<Trigger> TRIGGERS = List.of(
            new Trigger(1, 1, TriggerType.TIMESTAMP_WRAP, 0, 0),
            new Trigger(1, 2, TriggerType.TIMESTAMP_RESET, 1, 0),
            new Trigger(1, 3, TriggerType.EXTERNAL_SIGNAL_RISING_EDGE, 2, 0),
            new Trigger(1, 4, TriggerType.DVS_ROW_ONLY, 5, 177),
            new Trigger(1, 5, TriggerType.EXTERNAL_SIGNAL_2_PULSE, 11, 0),
            new Trigger(1, 6, TriggerType.APS_EXPOSURE_END, 17, 0xffffff),
            new Trigger(1, 7, TriggerType.OTHER, 127, 0));

    @TempDir
    Path folder;

    @Test
    void readsAllRecordsInTheOrderOfTheFile() throws IOException {
        Path path = write(interleaved());
        List<SensorRecord> expected = new ArrayList<>(TRIGGERS);
        expected.addAll(List.of(GREY, COLOUR, ALPHA));
        expected.addAll(SIX);
        expected.addAll(NINE);

        assertRecords(read(path, SensorSelection.all()), expected);
        EventStream events = EventFile.read(path);
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.x(0)).isEqualTo(200);
    }

    @Test
    void overflowsOfThePacketCountForEveryTime() throws IOException {
        Path path = write(new Aedat31SensorSample()
                .frames(2, 1, List.of(GREY))
                .samples(3, false, SIX.subList(0, 1))
                .triggers(4, 1, TRIGGERS.subList(0, 1)));

        List<SensorRecord> found = read(path, SensorSelection.all());

        FrameTimes times = ((CameraFrame) found.get(0)).times();
        assertThat(times.startOfFrame()).isEqualTo(2 * WRAP + 500);
        assertThat(times.middle()).isEqualTo(2 * WRAP + 3500);
        assertThat(times.exposure()).isEqualTo(4001);
        assertThat(found.get(1).t()).isEqualTo(3 * WRAP + 100);
        assertThat(found.get(2).t()).isEqualTo(4 * WRAP + 1);
    }

    @Test
    void oneKindOrOneSourceCanBeChosen() throws IOException {
        Path path = write(interleaved());

        assertRecords(read(path, SensorSelection.all().withKind(StreamKind.TRIGGERS)), List.copyOf(TRIGGERS));
        assertThat(read(path, SensorSelection.all().withStream(2))).isEmpty();
    }

    @Test
    void recordsThatAreMarkedInvalidAreReadIfAskedFor() throws IOException {
        Path path = write(new Aedat31SensorSample()
                .triggers(0, 0, TRIGGERS)
                .frames(0, 0, List.of(GREY))
                .packet(2, 0, 40, 1, new byte[40])
                .packet(3, 0, 36, 1, new byte[36]));

        assertThat(read(path, SensorSelection.all())).isEmpty();
        assertThat(read(path, SensorSelection.all().withInvalid(true)))
                .as("all but the frame that was never filled")
                .hasSize(TRIGGERS.size() + 2);
    }

    @Test
    void streamsAreFoundByTheirPacketsWhereverTheReaderIs() throws IOException {
        try (SensorReader reader = SensorFile.open(write(interleaved()), SensorSelection.all())) {
            reader.next();

            assertThat(reader.streams())
                    .containsExactly(
                            new SensorStream(1, StreamKind.TRIGGERS, "special", "DAVIS240C", 0, 0),
                            new SensorStream(1, StreamKind.OTHER, "type 7", "DAVIS240C", 0, 0),
                            new SensorStream(1, StreamKind.FRAMES, "frame", "DAVIS240C", 240, 180),
                            new SensorStream(1, StreamKind.EVENTS, "polarity", "DAVIS240C", 240, 180),
                            new SensorStream(1, StreamKind.IMU, "imu6", "DAVIS240C", 0, 0));
            assertThat(reader.next()).contains(TRIGGERS.get(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "2, 36", "2, 35", "3, 48", "4, 36"})
    void elementsOfAnotherSizeAreRefused(int type, int bytes) throws IOException {
        Path path = write(new Aedat31SensorSample().packet(type, 0, bytes, 1, new byte[bytes]));

        assertThatThrownBy(() -> read(path, SensorSelection.all()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("found " + bytes + " bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "6, 5, 1, at most 48 bytes",
        "2147483647, 2147483647, 1, 32767",
        "-1, 4, 1, 32767",
        "0, 4, 1, 32767",
        "2, 2, 2, channels",
        "32767, 32767, 4, at most 48 bytes"
    })
    void framesLargerThanTheirElementAreRefused(int width, int height, int channels, String wanted) throws IOException {
        byte[] whole = new Aedat31SensorSample().frames(0, 1, List.of(GREY)).bytes();
        int element = new Aedat31SensorSample().bytes().length + 28;
        ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(element, channels << 1 | 1).putInt(element + 20, width).putInt(element + 24, height);
        Path path = Files.write(folder.resolve("large.aedat"), whole);

        assertThatThrownBy(() -> read(path, SensorSelection.all()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining(wanted)
                .hasMessageContaining("at byte " + element);
    }

    @Test
    void fileThatIsCutOffNamesThePlace() throws IOException {
        byte[] whole = interleaved().bytes();
        Path path = Files.write(folder.resolve("cut.aedat"), Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> read(path, SensorSelection.all()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("cut off");
    }

    private static Aedat31SensorSample interleaved() {
        return new Aedat31SensorSample()
                .triggers(0, 1, TRIGGERS)
                .packet(7, 0, 12, 2, new byte[24])
                .frames(0, 1, List.of(GREY, COLOUR, ALPHA))
                .events(200 << 17 | 100 << 2 | 1, 42, 5 << 17 | 6 << 2 | 0b11, 43)
                .samples(0, false, SIX)
                .samples(0, true, NINE);
    }

    private Path write(Aedat31SensorSample sample) throws IOException {
        return Files.write(folder.resolve("sample.aedat"), sample.bytes());
    }

    private static List<SensorRecord> read(Path path, SensorSelection selection) throws IOException {
        List<SensorRecord> found = new ArrayList<>();
        try (SensorReader reader = SensorFile.open(path, selection)) {
            for (Optional<SensorRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                found.add(next.get());
            }
        }
        return found;
    }

    private static void assertRecords(List<SensorRecord> found, List<SensorRecord> expected) {
        assertThat(found).usingRecursiveFieldByFieldElementComparator().isEqualTo(expected);
    }
}
