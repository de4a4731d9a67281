package org.spike4j.datasets.format.aedat4;

import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.Trigger;

/** AEDAT 4 files of events (stream 0), frames (1), inertial samples (2) and triggers (3), with the FlatBuffers writer of others. */
public final class Aedat4SensorSample {
    private static final int OPENCV_16 = 2;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final int compression;

    /** Starts a file with its header. */
    public Aedat4SensorSample(int width, int height, int compression) {
        this.compression = compression;
        file.writeBytes("#!AER-DAT4.0\r\n".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(Aedat4Sample.header(
                compression,
                "<dv version=\"2.0\"><node name=\"outInfo\" path=\"/outInfo/\">"
                        + stream(0, "EVTS", width, height)
                        + stream(1, "FRME", width, height)
                        + stream(2, "IMUS", 0, 0)
                        + stream(3, "TRIG", 0, 0)
                        + stream(4, "POSE", 0, 0)
                        + "</node></dv>"));
    }

    public byte[] bytes() {
        return file.toByteArray();
    }

    public Aedat4SensorSample events(EventStream events) throws IOException {
        return packet(0, Aedat4Sample.eventPacket(events));
    }

    /** A frame as DV writes it: colours go blue, green, red. */
    public Aedat4SensorSample frame(CameraFrame frame) throws IOException {
        int format = frame.channels() - 1 << 3 | (frame.bits() == 8 ? 0 : OPENCV_16);
        return packet(1, frame(frame, format, pixels(frame)));
    }

    public Aedat4SensorSample samples(List<InertialSample> samples) throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int[] tables = new int[samples.size()];
        for (int i = 0; i < tables.length; i++) {
            InertialSample sample = samples.get(i);
            builder.startTable(11);
            builder.addLong(0, sample.t(), 0);
            builder.addFloat(1, sample.temperature(), 0);
            builder.addFloat(2, sample.accelerationX(), 0);
            builder.addFloat(3, sample.accelerationY(), 0);
            builder.addFloat(4, sample.accelerationZ(), 0);
            builder.addFloat(5, sample.rotationX(), 0);
            builder.addFloat(6, sample.rotationY(), 0);
            builder.addFloat(7, sample.rotationZ(), 0);
            builder.addFloat(8, sample.magneticX(), 0);
            builder.addFloat(9, sample.magneticY(), 0);
            builder.addFloat(10, sample.magneticZ(), 0);
            tables[i] = builder.endTable();
        }
        return packet(2, vector(builder, tables, "IMUS"));
    }

    public Aedat4SensorSample triggers(List<Trigger> triggers) throws IOException {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int[] tables = new int[triggers.size()];
        for (int i = 0; i < tables.length; i++) {
            builder.startTable(2);
            builder.addLong(0, triggers.get(i).t(), 0);
            builder.addByte(1, (byte) triggers.get(i).code(), 0);
            tables[i] = builder.endTable();
        }
        return packet(3, vector(builder, tables, "TRIG"));
    }

    /** A packet of any content. */
    public Aedat4SensorSample packet(int stream, byte[] content) throws IOException {
        Aedat4Sample.writePacket(file, stream, Aedat4Sample.compress(content, compression));
        return this;
    }

    /** A frame with the pixel format and the pixels of the caller. */
    static byte[] frame(CameraFrame frame, int format, byte[] pixels) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int vector = builder.createByteVector(pixels);
        builder.startTable(13);
        builder.addLong(0, frame.times().middle(), 0);
        builder.addLong(1, frame.times().startOfFrame(), 0);
        builder.addLong(2, frame.times().endOfFrame(), 0);
        builder.addLong(3, frame.times().startOfExposure(), 0);
        builder.addLong(4, frame.times().endOfExposure(), 0);
        builder.addByte(5, (byte) format, 0);
        builder.addShort(6, (short) frame.width(), 0);
        builder.addShort(7, (short) frame.height(), 0);
        builder.addShort(8, (short) frame.left(), 0);
        builder.addShort(9, (short) frame.top(), 0);
        builder.addOffset(10, vector, 0);
        builder.addLong(11, frame.times().exposure(), 0);
        builder.addByte(12, (byte) 1, 0);
        builder.finishSizePrefixed(builder.endTable(), "FRME");
        return builder.sizedByteArray();
    }

    static byte[] pixels(CameraFrame frame) {
        int valueBytes = frame.bits() / 8;
        byte[] bytes = new byte[frame.pixels().length * valueBytes];
        for (int row = 0; row < frame.height(); row++) {
            for (int column = 0; column < frame.width(); column++) {
                for (int channel = 0; channel < frame.channels(); channel++) {
                    int stored = frame.channels() > 1 && channel < 3 ? 2 - channel : channel;
                    int at = ((row * frame.width() + column) * frame.channels() + stored) * valueBytes;
                    int value = frame.value(row, column, channel);
                    bytes[at] = (byte) value;
                    if (valueBytes == 2) {
                        bytes[at + 1] = (byte) (value >> 8);
                    }
                }
            }
        }
        return bytes;
    }

    private static byte[] vector(FlatBufferBuilder builder, int[] tables, String identifier) {
        int elements = builder.createVectorOfTables(tables);
        builder.startTable(1);
        builder.addOffset(0, elements, 0);
        builder.finishSizePrefixed(builder.endTable(), identifier);
        return builder.sizedByteArray();
    }

    private static String stream(int number, String type, int width, int height) {
        String size = width == 0
                ? ""
                : "<attr key=\"sizeX\" type=\"int\">" + width + "</attr><attr key=\"sizeY\" type=\"int\">" + height
                        + "</attr>";
        return "<node name=\"" + number + "\" path=\"/outInfo/" + number
                + "/\"><attr key=\"typeIdentifier\" type=\"string\">"
                + type + "</attr><node name=\"info\" path=\"/outInfo/" + number + "/info/\">" + size
                + "<attr key=\"source\" type=\"string\">DAVIS346_42</attr></node></node>";
    }
}
