package org.spike4j.datasets.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.FrameTimes;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.Trigger;
import org.spike4j.datasets.format.sensor.TriggerType;

/** Frames, inertial samples and triggers of real recordings. */
class RealSensorsTest {
    private static final String DAVIS = "aestream/davis.aedat4";
    private static final String CAPTURE = "dv_processing_tests/tests/io/test_files/sample_data.aedat4";
    private static final String EXPLORER = "dv_processing_tests/tests/io/test_files/test-minimal.aedat4";
    private static final String FRAMES = "dv_processing_tests/tests/data/test_files/test-frame.aedat4";

    /** The numbers are sums of the table of packets at the end of each file. */
    @ParameterizedTest
    @CsvSource({DAVIS + ", 3, 130, 15", CAPTURE + ", 25, 3836, 101", EXPLORER + ", 0, 2188, 0", FRAMES + ", 20, 0, 0"})
    void recordsAreAsManyAsTheTableOfTheFileCounts(String name, int frames, int samples, int triggers)
            throws IOException {
        List<SensorRecord> records = read(name);

        assertThat(all(records, CameraFrame.class)).hasSize(frames);
        assertThat(all(records, InertialSample.class)).hasSize(samples);
        assertThat(all(records, Trigger.class)).hasSize(triggers);
        assertThat(records).hasSize(frames + samples + triggers);
    }

    @ParameterizedTest
    @ValueSource(strings = {DAVIS, CAPTURE, EXPLORER})
    void camerasFeelTheWeightOfTheirMass(String name) throws IOException {
        List<InertialSample> samples = all(read(name), InertialSample.class);
        double mean = samples.stream()
                .mapToDouble(s -> Math.sqrt(s.accelerationX() * s.accelerationX()
                        + s.accelerationY() * s.accelerationY()
                        + s.accelerationZ() * s.accelerationZ()))
                .average()
                .orElseThrow();

        assertThat(mean).as("acceleration in g").isCloseTo(1, within(0.05));
        assertThat(samples)
                .allSatisfy(sample -> assertThat(sample.temperature()).isBetween(15f, 60f));
    }

    @Test
    void exposuresOfFramesStartAndEndWithTheirTriggers() throws IOException {
        List<SensorRecord> records = read(DAVIS);
        List<FrameTimes> times =
                all(records, CameraFrame.class).stream().map(CameraFrame::times).toList();

        assertThat(times)
                .allSatisfy(frame ->
                        assertThat(frame.middle()).isEqualTo((frame.startOfExposure() + frame.endOfExposure()) / 2));
        assertThat(triggerTimes(records, TriggerType.APS_EXPOSURE_START).toArray())
                .contains(times.stream().mapToLong(FrameTimes::startOfExposure).toArray());
        assertThat(triggerTimes(records, TriggerType.APS_EXPOSURE_END).toArray())
                .contains(times.stream().mapToLong(FrameTimes::endOfExposure).toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {DAVIS, CAPTURE, FRAMES})
    void framesArePicturesOfTheWholeSensor(String name) throws IOException {
        assertThat(all(read(name), CameraFrame.class)).allSatisfy(frame -> {
            assertThat(frame.width()).isEqualTo(346);
            assertThat(frame.height()).isEqualTo(260);
            assertThat(frame.channels()).isEqualTo(1);
            assertThat(neighbourhood(frame)).as("mean step between neighbours").isLessThan(25);
        });
    }

    /** Neighbours in a picture are alike; in a row of wrong length they are not. */
    private static double neighbourhood(CameraFrame frame) {
        long steps = 0;
        for (int row = 1; row < frame.height(); row++) {
            for (int column = 0; column < frame.width(); column++) {
                steps += Math.abs(frame.value(row, column, 0) - frame.value(row - 1, column, 0));
            }
        }
        return (double) steps / (frame.width() * (frame.height() - 1));
    }

    private static LongStream triggerTimes(List<SensorRecord> records, TriggerType type) {
        return all(records, Trigger.class).stream()
                .filter(trigger -> trigger.type() == type)
                .mapToLong(Trigger::t);
    }

    private static <T> List<T> all(List<SensorRecord> records, Class<T> type) {
        return records.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<SensorRecord> read(String name) throws IOException {
        List<SensorRecord> found = new ArrayList<>();
        try (SensorReader reader = SensorFile.open(SharedData.require(name), SensorSelection.all())) {
            for (Optional<SensorRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                found.add(next.get());
            }
        }
        return found;
    }
}
