package org.spike4j.datasets.format.aedat31;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.sensor.CameraFrame;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.SensorStream;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.format.sensor.Trigger;

/**
 * Reads frames, inertial samples of 6 or 9 axes and special events, element by element. Elements whose valid mark is clear are left
 * out unless the selection includes them. A sample is info with the mark, time, acceleration, turn rate, temperature, and in IMU9
 * the magnetic field. Sources: the specification and the headers frame.h, imu6.h, imu9.h and special.h of libcaer.
 */
final class Aedat31SensorReader implements SensorReader {
    private static final int TIME_AT = 4;
    private static final int ACCELERATION_AT = 8;
    private static final int ROTATION_AT = 20;
    private static final int TEMPERATURE_AT = 32;
    private static final int MAGNETIC_AT = 36;

    private final FileCursor file;
    private final FileHeader header;
    private final long firstPacket;
    private final SensorSelection selection;

    private PacketHeader packet = PacketHeader.NONE;
    private int elementsLeft;

    private Aedat31SensorReader(FileCursor file, FileHeader header, SensorSelection selection) {
        this.file = file;
        this.header = header;
        this.firstPacket = file.position();
        this.selection = selection;
    }

    static Aedat31SensorReader open(FileCursor file, SensorSelection selection) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        return new Aedat31SensorReader(file, FileHeader.read(file), selection);
    }

    @Override
    public String formatName() {
        return Aedat31Format.NAME;
    }

    @Override
    public List<SensorStream> streams() throws IOException {
        Map<String, SensorStream> streams = new LinkedHashMap<>();
        long place = file.position();
        file.moveTo(firstPacket);
        while (file.remaining() > 0) {
            PacketHeader found = PacketHeader.read(file);
            StreamKind kind = PacketType.kindOf(found.type());
            String name = PacketType.nameOf(found.type());
            String key = found.source() + " " + (kind == StreamKind.OTHER ? name : kind);
            streams.computeIfAbsent(key, unseen -> stream(found.source(), kind, name));
            file.skip(found.bodyBytes(), "events");
        }
        file.moveTo(place);
        return new ArrayList<>(streams.values());
    }

    @Override
    public Optional<SensorRecord> next() throws IOException {
        Optional<? extends SensorRecord> record = Optional.empty();
        while (record.isEmpty()) {
            if (elementsLeft > 0) {
                elementsLeft--;
                record = element();
            } else if (file.remaining() > 0) {
                nextPacket();
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(record.get());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private SensorStream stream(int source, StreamKind kind, String name) {
        boolean pictured = kind == StreamKind.EVENTS || kind == StreamKind.FRAMES;
        Optional<Sensor> sensor = header.sensor(source).filter(size -> pictured);
        return new SensorStream(
                source,
                kind,
                name,
                header.names().getOrDefault(source, ""),
                sensor.map(Sensor::width).orElse(0),
                sensor.map(Sensor::height).orElse(0));
    }

    private void nextPacket() throws IOException {
        long start = file.position();
        packet = PacketHeader.read(file);
        if (!selection.has(packet.source(), PacketType.kindOf(packet.type()))) {
            file.skip(packet.bodyBytes(), "events");
            return;
        }
        PacketType type = PacketType.values()[packet.type()];
        boolean fits =
                type == PacketType.FRAME ? packet.eventSize() > type.bytes() : packet.eventSize() == type.bytes();
        if (!fits) {
            throw file.damaged(
                    start,
                    "elements of type " + type + " of " + (type == PacketType.FRAME ? "more than " : "") + type.bytes()
                            + " bytes",
                    packet.eventSize() + " bytes");
        }
        elementsLeft = packet.number();
    }

    private Optional<? extends SensorRecord> element() throws IOException {
        return switch (PacketType.values()[packet.type()]) {
            case SPECIAL -> trigger();
            case FRAME -> frame();
            case IMU6, IMU9 -> sample();
            case POLARITY -> throw new IllegalStateException("events are not among the kinds of a selection");
        };
    }

    private Optional<CameraFrame> frame() throws IOException {
        long start = file.position();
        FrameEvent frame = FrameEvent.read(file);
        int room = packet.eventSize() - PacketType.FRAME.bytes();
        if (!frame.isValid() && (frame.isEmpty() || !selection.includeInvalid())) {
            file.skip(room, "an invalid frame");
            return Optional.empty();
        }
        return Optional.of(frame.pixels(file, start, packet.source(), packet.timeBase(), room));
    }

    private Optional<Trigger> trigger() throws IOException {
        long start = file.position();
        ByteBuffer bytes = file.take(packet.eventSize(), "a special event");
        int word = bytes.getInt(0);
        if (!PacketType.isValid(word) && !selection.includeInvalid()) {
            return Optional.empty();
        }
        int code = SpecialEvent.code(word);
        return Optional.of(new Trigger(
                packet.source(), time(start, bytes), SpecialEvent.type(code), code, SpecialEvent.data(word)));
    }

    private Optional<InertialSample> sample() throws IOException {
        long start = file.position();
        ByteBuffer bytes = file.take(packet.eventSize(), "an inertial sample");
        if (!PacketType.isValid(bytes.getInt(0)) && !selection.includeInvalid()) {
            return Optional.empty();
        }
        boolean magnetic = packet.eventSize() == PacketType.IMU9.bytes();
        return Optional.of(new InertialSample(
                packet.source(),
                time(start, bytes),
                bytes.getFloat(ACCELERATION_AT),
                bytes.getFloat(ACCELERATION_AT + Float.BYTES),
                bytes.getFloat(ACCELERATION_AT + 2 * Float.BYTES),
                bytes.getFloat(ROTATION_AT),
                bytes.getFloat(ROTATION_AT + Float.BYTES),
                bytes.getFloat(ROTATION_AT + 2 * Float.BYTES),
                magnetic ? bytes.getFloat(MAGNETIC_AT) : 0,
                magnetic ? bytes.getFloat(MAGNETIC_AT + Float.BYTES) : 0,
                magnetic ? bytes.getFloat(MAGNETIC_AT + 2 * Float.BYTES) : 0,
                bytes.getFloat(TEMPERATURE_AT)));
    }

    private long time(long start, ByteBuffer bytes) throws IOException {
        int time = bytes.getInt(TIME_AT);
        if (time < 0) {
            throw file.damaged(start, "a record with time >= 0", "time " + time);
        }
        return packet.timeBase() + time;
    }
}
