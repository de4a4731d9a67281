package org.spike4j.datasets.format.aedat31;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.Trigger;

/** AEDAT 3.1 files of all packets that are read, byte by byte as libcaer lays them out. */
public final class Aedat31SensorSample {
    private static final int FRAME_HEAD = 36;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    /** Starts a file with its header; source 1 is a DAVIS240C. */
    public Aedat31SensorSample() {
        String header =
                "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 1: DAVIS240C\r\n#Start-Time: 2016-01-01 00:00:00 (TZ+0000)\r\n"
                        + "#!END-HEADER\r\n";
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    }

    public byte[] bytes() {
        return file.toByteArray();
    }

    /** One packet of frames, each with room for the largest; times are those since the overflow. */
    public Aedat31SensorSample frames(int overflow, int info, List<CameraFrame> frames) {
        int values =
                frames.stream().mapToInt(frame -> frame.pixels().length).max().orElse(1);
        int size = FRAME_HEAD + 2 * values;
        ByteBuffer body = body(size * frames.size());
        for (int i = 0; i < frames.size(); i++) {
            CameraFrame frame = frames.get(i);
            body.position(i * size);
            body.putInt(frame.channels() << 1 | info);
            body.putInt((int) frame.times().startOfFrame())
                    .putInt((int) frame.times().endOfFrame());
            body.putInt((int) frame.times().startOfExposure())
                    .putInt((int) frame.times().endOfExposure());
            body.putInt(frame.width())
                    .putInt(frame.height())
                    .putInt(frame.left())
                    .putInt(frame.top());
            for (short pixel : frame.pixels()) {
                body.putShort(pixel);
            }
        }
        return packet(2, overflow, size, frames.size(), body.array());
    }

    /** One packet of samples, of 9 axes (type 4) or of 6 (type 3). */
    public Aedat31SensorSample samples(int overflow, boolean nineAxes, List<InertialSample> samples) {
        int size = nineAxes ? 48 : 36;
        ByteBuffer body = body(size * samples.size());
        for (InertialSample sample : samples) {
            body.putInt(1).putInt((int) sample.t());
            body.putFloat(sample.accelerationX())
                    .putFloat(sample.accelerationY())
                    .putFloat(sample.accelerationZ());
            body.putFloat(sample.rotationX()).putFloat(sample.rotationY()).putFloat(sample.rotationZ());
            body.putFloat(sample.temperature());
            if (nineAxes) {
                body.putFloat(sample.magneticX()).putFloat(sample.magneticY()).putFloat(sample.magneticZ());
            }
        }
        return packet(nineAxes ? 4 : 3, overflow, size, samples.size(), body.array());
    }

    /** One packet of special events; valid is 1 or 0. */
    public Aedat31SensorSample triggers(int overflow, int valid, List<Trigger> triggers) {
        ByteBuffer body = body(8 * triggers.size());
        for (Trigger trigger : triggers) {
            body.putInt(trigger.data() << 8 | trigger.code() << 1 | valid).putInt((int) trigger.t());
        }
        return packet(0, overflow, 8, triggers.size(), body.array());
    }

    /** One packet of valid events, each a word of place and polarity and a time. */
    public Aedat31SensorSample events(int... words) {
        ByteBuffer body = body(4 * words.length);
        for (int word : words) {
            body.putInt(word);
        }
        return packet(1, 0, 8, words.length / 2, body.array());
    }

    /** A packet of source 1 and any content. */
    public Aedat31SensorSample packet(int type, int overflow, int elementBytes, int elements, byte[] body) {
        ByteBuffer head = body(28);
        head.putShort((short) type)
                .putShort((short) 1)
                .putInt(elementBytes)
                .putInt(4)
                .putInt(overflow);
        head.putInt(elements).putInt(elements).putInt(elements);
        file.writeBytes(head.array());
        file.writeBytes(body);
        return this;
    }

    private static ByteBuffer body(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
