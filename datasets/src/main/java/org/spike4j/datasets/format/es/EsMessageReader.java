package org.spike4j.datasets.format.es;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.sensor.Message;
import org.spike4j.datasets.format.sensor.SensorReader;
import org.spike4j.datasets.format.sensor.SensorRecord;
import org.spike4j.datasets.format.sensor.SensorSelection;
import org.spike4j.datasets.format.sensor.SensorStream;
import org.spike4j.datasets.format.sensor.StreamKind;

/**
 * Reads generic events. The first byte is the time since the event before; 0xff adds 254 us, 0xfe is a reset. Then comes the number
 * of bytes of the content, seven bits a byte, lowest first, in the upper bits of each; the lowest bit says that another follows.
 * Files of other kinds have no such events. Source: sepia.hpp of the event_stream library, whose writer leaves the number out where
 * it is 0, so that its own reader fails there; here a 0 is expected.
 */
final class EsMessageReader implements SensorReader {
    private static final int MOST_BYTES = 1 << 26;
    private static final int RESET = 0xfe;
    private static final int OVERFLOW = 0xff;
    private static final int OVERFLOW_MICROS = 254;
    private static final int SIZE_BITS = 7;

    private final FileCursor file;
    private final EsHeader header;
    private final boolean wanted;
    private long time;

    private EsMessageReader(FileCursor file, EsHeader header, SensorSelection selection) {
        this.file = file;
        this.header = header;
        this.wanted = header.type() == StreamType.GENERIC && selection.has(0, StreamKind.MESSAGES);
    }

    static EsMessageReader open(FileCursor file, SensorSelection selection) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        return new EsMessageReader(file, EsHeader.read(file), selection);
    }

    @Override
    public String formatName() {
        return EsFormat.NAME;
    }

    @Override
    public List<SensorStream> streams() {
        StreamKind kind = header.type() == StreamType.GENERIC ? StreamKind.MESSAGES : StreamKind.EVENTS;
        return List.of(new SensorStream(0, kind, "type " + header.type().number, "", header.width(), header.height()));
    }

    @Override
    public Optional<SensorRecord> next() throws IOException {
        while (wanted && file.remaining() > 0) {
            int head = file.take(1, "an event").get(0) & 0xff;
            if (head == OVERFLOW) {
                time += OVERFLOW_MICROS;
            } else if (head != RESET) {
                time += head;
                byte[] bytes = new byte[size()];
                file.take(bytes.length, "the content of an event").get(bytes);
                return Optional.of(new Message(0, time, bytes));
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private int size() throws IOException {
        long start = file.position();
        long size = 0;
        int part;
        int shift = 0;
        do {
            part = file.take(1, "the size of an event").get(0) & 0xff;
            size |= (long) (part >> 1) << shift;
            shift += SIZE_BITS;
        } while ((part & 1) != 0 && size <= MOST_BYTES && shift < Integer.SIZE);
        if ((part & 1) != 0 || size > Math.min(MOST_BYTES, file.remaining())) {
            throw file.damaged(
                    start,
                    "an event of at most " + Math.min(MOST_BYTES, file.remaining()) + " bytes",
                    size + ((part & 1) != 0 ? " bytes or more" : " bytes"));
        }
        return (int) size;
    }
}
