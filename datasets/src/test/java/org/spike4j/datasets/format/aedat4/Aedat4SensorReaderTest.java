package org.spike4j.datasets.format.aedat4;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.RandomEvents;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.SensorFile;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.SensorFacts;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSamples;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.SensorStream;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.format.sensor.Trigger;
import org.spike4j.datasets.format.sensor.TriggerType;

class Aedat4SensorReaderTest {
    private static final long START = 1_633_953_690_975_950L;
    private static final EventStream EVENTS = RandomEvents.ordered(1, 50, 30, 20, START, 5);
    private static final CameraFrame FRAME = SensorSamples.frame(1, 1, START, 30, 20, 1, 8);
    private static final CameraFrame LATER = SensorSamples.frame(2, 1, START + 40_000, 7, 3, 1, 8);
    private static final List<InertialSample> SAMPLES = SensorSamples.samples(2, START, 10, true);
    private static final List<Trigger> TRIGGERS = List.of(
            new Trigger(3, START, TriggerType.TIMESTAMP_RESET, 0, 0),
            new Trigger(3, START + 1, TriggerType.EXTERNAL_SIGNAL_RISING_EDGE, 1, 0),
            new Trigger(3, START + 2, TriggerType.APS_EXPOSURE_END, 9, 0),
            new Trigger(3, START + 3, TriggerType.OTHER, 10, 0),
            new Trigger(3, START + 4, TriggerType.OTHER, -1, 0));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void readsAllRecordsInTheOrderOfTheFileWhateverTheCompression(int compression) throws IOException {
        Path path = write(interleaved(compression));
        List<SensorRecord> expected = new ArrayList<>(SAMPLES);
        expected.add(FRAME);
        expected.addAll(TRIGGERS);
        expected.addAll(SAMPLES.subList(0, 1));
        expected.add(LATER);

        assertRecords(read(path, SensorSelection.all()), expected);
        EventAssertions.assertSame(EventFile.read(path), EventStream.concat(List.of(EVENTS, EVENTS)));
    }

    @Test
    void oneKindOrOneStreamCanBeChosen() throws IOException {
        Path path = write(interleaved(1));

        assertRecords(read(path, SensorSelection.all().withKind(StreamKind.FRAMES)), List.of(FRAME, LATER));
        assertRecords(read(path, SensorSelection.all().withStream(3)), List.copyOf(TRIGGERS));
        assertThat(read(path, SensorSelection.all().withStream(0))).isEmpty();
    }

    @Test
    void streamsAreListedAndCounted() throws IOException {
        Path path = write(interleaved(1));

        try (SensorReader reader = SensorFile.open(path, SensorSelection.all())) {
            List<SensorFacts> facts = SensorFacts.of(reader);

            assertThat(facts)
                    .extracting(SensorFacts::stream)
                    .containsExactly(
                            new SensorStream(0, StreamKind.EVENTS, "EVTS", "DAVIS346_42", 30, 20),
                            new SensorStream(1, StreamKind.FRAMES, "FRME", "DAVIS346_42", 30, 20),
                            new SensorStream(2, StreamKind.IMU, "IMUS", "DAVIS346_42", 0, 0),
                            new SensorStream(3, StreamKind.TRIGGERS, "TRIG", "DAVIS346_42", 0, 0),
                            new SensorStream(4, StreamKind.OTHER, "POSE", "DAVIS346_42", 0, 0));
            assertThat(facts).extracting(SensorFacts::records).containsExactly(0L, 2L, 11L, 5L, 0L);
            assertThat(facts.get(2).earliestMicros()).isEqualTo(START);
            assertThat(facts.get(2).latestMicros()).isEqualTo(START + 9000);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "3, 8", "4, 8", "1, 16", "3, 16", "4, 16"})
    void pixelsComeInTheOrderOfRedGreenAndBlue(int channels, int bits) throws IOException {
        CameraFrame frame = SensorSamples.frame(9, 1, START, 5, 4, channels, bits);

        assertRecords(read(write(sample(0).frame(frame)), SensorSelection.all()), List.of(frame));
    }

    @Test
    void colourThatIsStoredBlueFirstIsRedFirst() throws IOException {
        CameraFrame one = SensorSamples.frame(9, 1, START, 1, 1, 3, 8);
        byte[] blueGreenRed = {10, 20, (byte) 230};
        Path path = write(sample(0).packet(1, Aedat4SensorSample.frame(one, 16, blueGreenRed)));

        CameraFrame frame = (CameraFrame) read(path, SensorSelection.all()).get(0);

        assertThat(frame.pixels()).containsExactly((short) 230, (short) 20, (short) 10);
        assertThat(frame.rgb()).containsExactly((byte) 230, 20, 10);
    }

    @ParameterizedTest
    @CsvSource({"0, 599", "0, 601", "16, 600", "2, 600", "1, 600", "5, 600", "8, 1200", "-1, 600"})
    void pixelsThatDoNotFitTheSizeOrTheFormatAreRefused(int format, int bytes) throws IOException {
        Path path = write(sample(1).packet(1, Aedat4SensorSample.frame(FRAME, format, new byte[bytes])));

        assertThatThrownBy(() -> read(path, SensorSelection.all()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("frame of 1");
    }

    @Test
    void packetOfAnotherTypeThanItsStreamIsRefused() throws IOException {
        Path path = write(sample(0).packet(2, Aedat4SensorSample.frame(FRAME, 0, Aedat4SensorSample.pixels(FRAME))));

        assertThatThrownBy(() -> read(path, SensorSelection.all()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("FlatBuffer named IMUS")
                .hasMessageContaining("FRME");
    }

    @Test
    void offsetsThatLeaveThePacketAreRefused() throws IOException {
        byte[] whole = sample(0).samples(SAMPLES.subList(0, 2)).bytes();
        int start = sample(0).bytes().length;
        ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int refused = 0;
        for (int at = start + 8; at + 4 <= whole.length; at += 4) {
            int old = file.getInt(at);
            file.putInt(at, 1 << 30);
            try {
                read(Files.write(folder.resolve("wrong.aedat4"), whole), SensorSelection.all());
            } catch (EventFileException e) {
                assertThat(e.offset()).isEqualTo(start);
                refused++;
            }
            file.putInt(at, old);
        }

        // Size, root, identifier, two lists of fields, the offset of the vector, its length, two tables and their
        // lists.
        assertThat(refused).as("words that are offsets or lengths").isGreaterThanOrEqualTo(10);
    }

    @Test
    void fileThatIsCutOffIsReadUpToTheCut() throws IOException {
        byte[] whole = interleaved(1).bytes();
        Path path = Files.write(folder.resolve("cut.aedat4"), Arrays.copyOf(whole, whole.length - 5));
        List<SensorRecord> found = new ArrayList<>();

        assertThatThrownBy(() -> {
                    try (SensorReader reader = SensorFile.open(path, SensorSelection.all())) {
                        for (Optional<SensorRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                            found.add(next.get());
                        }
                    }
                })
                .isInstanceOf(EventFileException.class);
        assertThat(found).hasSize(SAMPLES.size() + 1 + TRIGGERS.size() + 1);
    }

    @Test
    void timesBeforeZeroAreRefused() throws IOException {
        Path path = write(sample(0).triggers(List.of(new Trigger(3, -1, TriggerType.TIMESTAMP_RESET, 0, 0))));

        assertThatThrownBy(() -> read(path, SensorSelection.all()))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("time -1");
    }

    private static Aedat4SensorSample sample(int compression) {
        return new Aedat4SensorSample(30, 20, compression);
    }

    private static Aedat4SensorSample interleaved(int compression) throws IOException {
        return sample(compression)
                .samples(SAMPLES)
                .events(EVENTS)
                .frame(FRAME)
                .samples(List.of())
                .packet(4, new byte[] {7, 7, 7})
                .triggers(TRIGGERS)
                .events(EVENTS)
                .samples(SAMPLES.subList(0, 1))
                .packet(9, new byte[] {1})
                .frame(LATER);
    }

    private Path write(Aedat4SensorSample sample) throws IOException {
        return Files.write(folder.resolve("sample.aedat4"), sample.bytes());
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
