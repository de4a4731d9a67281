package org.spike4j.datasets.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.sensor.InertialSample;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.SensorStream;
import org.spike4j.datasets.format.sensor.StreamKind;
import org.spike4j.datasets.format.sensor.Trigger;
import org.spike4j.datasets.format.sensor.TriggerType;

/**
 * Reads frames (FRME), one a packet, inertial samples (IMUS) and triggers (TRIG), a vector of tables a packet. Fields that are
 * absent are 0. Sources: imu.fbs and trigger.fbs of dv-processing; {@link FrameTable}.
 */
final class Aedat4SensorReader implements SensorReader {
    private static final int ELEMENTS = 0;
    private static final int TIME = 0;

    private static final int TEMPERATURE = 1;
    private static final int ACCELERATION = 2;
    private static final int ROTATION = 5;
    private static final int MAGNETIC = 8;

    private static final int TRIGGER_TYPE = 1;
    /** Types of triggers that AEDAT 4 has, by their numbers. */
    private static final int TRIGGER_TYPES = 10;

    private final FileCursor file;
    private final IoHeader header;
    private final SensorSelection selection;
    private final Packets packets;
    private final Map<Integer, StreamInfo> streams;

    private StreamKind kind = StreamKind.OTHER;
    private FlatTable table;
    private FlatTable.Structs elements = new FlatTable.Structs(0, 0);
    private int element;

    private Aedat4SensorReader(FileCursor file, IoHeader header, SensorSelection selection) {
        this.file = file;
        this.header = header;
        this.selection = selection;
        this.packets = new Packets(file, header);
        this.streams = header.streams().stream()
                .collect(Collectors.toMap(StreamInfo::number, Function.identity(), (first, second) -> first));
    }

    static Aedat4SensorReader open(FileCursor file, SensorSelection selection) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        return new Aedat4SensorReader(file, IoHeader.read(file), selection);
    }

    @Override
    public String formatName() {
        return Aedat4Format.NAME;
    }

    @Override
    public List<SensorStream> streams() {
        return header.streams().stream()
                .map(stream -> new SensorStream(
                        stream.number(),
                        stream.kind(),
                        stream.type(),
                        stream.source(),
                        stream.width(),
                        stream.height()))
                .toList();
    }

    @Override
    public Optional<SensorRecord> next() throws IOException {
        try {
            while (element == elements.count()) {
                if (!packets.hasNext()) {
                    return Optional.empty();
                }
                packets.next();
                kind = streams.containsKey(packets.stream())
                        ? streams.get(packets.stream()).kind()
                        : StreamKind.OTHER;
                if (!selection.has(packets.stream(), kind)) {
                    packets.skip();
                } else if (kind == StreamKind.FRAMES) {
                    return Optional.of(FrameTable.read(packets.content(), packets.stream()));
                } else {
                    start(packets.content());
                }
            }
            FlatTable found = table.tableAt(elements, element++);
            return Optional.of(kind == StreamKind.IMU ? sample(found) : trigger(found));
        } catch (ContentException e) {
            throw packets.damaged(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void start(ByteBuffer content) throws ContentException {
        table = FlatTable.root(content, kind == StreamKind.IMU ? StreamInfo.IMU : StreamInfo.TRIGGERS);
        elements = table.tablesAt(ELEMENTS);
        element = 0;
    }

    private InertialSample sample(FlatTable found) throws ContentException {
        return new InertialSample(
                packets.stream(),
                time(found),
                found.floatAt(ACCELERATION),
                found.floatAt(ACCELERATION + 1),
                found.floatAt(ACCELERATION + 2),
                found.floatAt(ROTATION),
                found.floatAt(ROTATION + 1),
                found.floatAt(ROTATION + 2),
                found.floatAt(MAGNETIC),
                found.floatAt(MAGNETIC + 1),
                found.floatAt(MAGNETIC + 2),
                found.floatAt(TEMPERATURE));
    }

    private Trigger trigger(FlatTable found) throws ContentException {
        int code = found.byteAt(TRIGGER_TYPE);
        TriggerType type = code >= 0 && code < TRIGGER_TYPES ? TriggerType.values()[code] : TriggerType.OTHER;
        return new Trigger(packets.stream(), time(found), type, code, 0);
    }

    private static long time(FlatTable found) throws ContentException {
        long time = found.longAt(TIME, 0);
        if (time < 0) {
            throw new ContentException("a record with time >= 0", "time " + time);
        }
        return time;
    }
}
