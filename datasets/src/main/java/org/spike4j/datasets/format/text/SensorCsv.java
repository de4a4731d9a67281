package org.spike4j.datasets.format.text;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.spike4j.datasets.file.AtomicFile;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.SensorFile;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.Message;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.format.sensor.Trigger;

/**
 * Writes the inertial samples, triggers or messages of a recording as comma-separated values, a line each, units in the names. The
 * bytes of a message are written as hexadecimal digits.
 */
public final class SensorCsv {
    private static final String SAMPLE_NAMES =
            "t_us,acceleration_x_g,acceleration_y_g,acceleration_z_g,rotation_x_deg_s,"
                    + "rotation_y_deg_s,rotation_z_deg_s,magnetic_x_ut,magnetic_y_ut,magnetic_z_ut,temperature_c,stream";
    private static final String TRIGGER_NAMES = "t_us,type,code,data,stream";
    private static final String MESSAGE_NAMES = "t_us,bytes,stream";

    private SensorCsv() {}

    /**
     * Writes a file; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.csv
     * @param recording a recording of a format that holds more than events
     * @param selection which records; one kind, inertial samples, triggers or messages
     * @return records that were written, which can be none
     * @throws IllegalArgumentException if the kinds are others
     * @throws IOException if reading or writing fails
     */
    public static long write(Path path, Path recording, SensorSelection selection) throws IOException {
        if (selection.kinds().size() != 1 || selection.kinds().contains(StreamKind.FRAMES)) {
            throw new IllegalArgumentException("kinds must be imu, triggers or messages, were " + selection.kinds());
        }
        String names = switch (selection.kinds().iterator().next()) {
            case IMU -> SAMPLE_NAMES;
            case TRIGGERS -> TRIGGER_NAMES;
            default -> MESSAGE_NAMES;
        };
        long[] written = {0};
        try (SensorReader reader = SensorFile.open(recording, selection)) {
            AtomicFile.write(path, channel -> {
                BufferedChannel out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
                put(out, names);
                for (Optional<SensorRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
                    put(out, line(next.get()));
                    written[0]++;
                }
                out.flush();
            });
        }
        return written[0];
    }

    private static void put(BufferedChannel out, String line) throws IOException {
        out.put((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(SensorRecord found) {
        if (found instanceof InertialSample sample) {
            return sample.t() + "," + sample.accelerationX() + "," + sample.accelerationY() + ","
                    + sample.accelerationZ() + "," + sample.rotationX() + "," + sample.rotationY() + ","
                    + sample.rotationZ() + "," + sample.magneticX() + "," + sample.magneticY() + ","
                    + sample.magneticZ() + "," + sample.temperature() + "," + sample.stream();
        }
        if (found instanceof Message message) {
            return message.t() + "," + HexFormat.of().formatHex(message.bytes()) + "," + message.stream();
        }
        Trigger trigger = (Trigger) found;
        return trigger.t() + "," + trigger.type() + "," + trigger.code() + "," + trigger.data() + ","
                + trigger.stream();
    }
}
