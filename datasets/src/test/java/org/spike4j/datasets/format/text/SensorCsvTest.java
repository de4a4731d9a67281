package org.spike4j.datasets.format.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.aedat31.Aedat31SensorSample;
import org.spike4j.datasets.format.es.EsMessages;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.format.sensor.Trigger;
import org.spike4j.datasets.format.sensor.TriggerType;

class SensorCsvTest {
    private static final SensorSelection SAMPLES = SensorSelection.all().withKind(StreamKind.IMU);

    @TempDir
    Path folder;

    @Test
    void samplesAreLinesWithUnitsInTheirNames() throws IOException {
        InertialSample sample = new InertialSample(1, 77, 0.5f, -1, 0.25f, 1, 2, -3, 40, 50, 60, 27.5f);
        Path csv = folder.resolve("imu.csv");

        long written =
                SensorCsv.write(csv, write(new Aedat31SensorSample().samples(0, true, List.of(sample))), SAMPLES);

        assertThat(written).isEqualTo(1);
        assertThat(csv)
                .hasContent("t_us,acceleration_x_g,acceleration_y_g,acceleration_z_g,rotation_x_deg_s,rotation_y_deg_s,"
                        + "rotation_z_deg_s,magnetic_x_ut,magnetic_y_ut,magnetic_z_ut,temperature_c,stream\n"
                        + "77,0.5,-1.0,0.25,1.0,2.0,-3.0,40.0,50.0,60.0,27.5,1\n");
    }

    @Test
    void triggersAreLinesWithTheNameOfTheirType() throws IOException {
        List<Trigger> triggers = List.of(
                new Trigger(1, 5, TriggerType.EXTERNAL_SIGNAL_RISING_EDGE, 2, 0),
                new Trigger(1, 6, TriggerType.DVS_ROW_ONLY, 5, 99));
        Path csv = folder.resolve("triggers.csv");

        SensorCsv.write(
                csv,
                write(new Aedat31SensorSample().triggers(0, 1, triggers)),
                SensorSelection.all().withKind(StreamKind.TRIGGERS));

        assertThat(csv)
                .hasContent("t_us,type,code,data,stream\n5,EXTERNAL_SIGNAL_RISING_EDGE,2,0,1\n6,DVS_ROW_ONLY,5,99,1\n");
    }

    @Test
    void messagesAreHexadecimalDigits() throws IOException {
        Path es = folder.resolve("sample.es");
        Path csv = folder.resolve("messages.csv");
        Files.write(es, EsMessages.file(7, 1 << 1 | 1, 0, 0xab, 1, 0));

        SensorCsv.write(csv, es, SensorSelection.all().withKind(StreamKind.MESSAGES));

        assertThat(csv).hasContent("t_us,bytes,stream\n7,ab,0\n8,,0\n");
    }

    @Test
    void formatsOfEventsOnlyAndOtherKindsAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("events.txt"), "0.1 2 3 1\n");

        assertThatThrownBy(() -> SensorCsv.write(folder.resolve("x.csv"), text, SAMPLES))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("AEDAT 3.1, AEDAT 4.0, Event Stream ES 2.0");
        assertThatThrownBy(() -> SensorCsv.write(folder.resolve("x.csv"), text, SensorSelection.all()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("imu, triggers or messages");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    private Path write(Aedat31SensorSample sample) throws IOException {
        return Files.write(folder.resolve("sample.aedat"), sample.bytes());
    }
}
