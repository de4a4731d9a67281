package org.spike4j.datasets.format.aedat31;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Reads the polarity events of one source. Events whose valid mark is clear are left out unless the options include
 * them.
 *
 * <p>The sensor size comes from the options, else from the header (the camera that {@code #Source} names, or the
 * {@code #Sensor-Size} line of {@link Aedat31Writer}), else the file is scanned once for its largest x and y and the
 * smallest common sensor that holds them is taken.
 */
final class Aedat31Reader extends PieceReader {
    private final PolarityPackets packets;
    private final boolean includeInvalid;

    private Aedat31Reader(FileCursor file, PolarityPackets packets, boolean includeInvalid, Sensor sensor) {
        super(file, Aedat31Format.NAME, sensor.width(), sensor.height());
        this.packets = packets;
        this.includeInvalid = includeInvalid;
    }

    static Aedat31Reader open(FileCursor file, ReadOptions options) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        FileHeader header = FileHeader.read(file);
        long firstPacket = file.position();
        PolarityPackets scan = new PolarityPackets(file, options.stream());
        scan.advance();
        OptionalInt source = scan.source();
        Sensor sensor = options.hasSensor()
                ? new Sensor(options.width(), options.height())
                : header.sensor(source.orElse(0)).orElse(null);
        if (sensor == null) {
            sensor = largest(scan, options.includeInvalid());
        }
        file.moveTo(firstPacket);
        return new Aedat31Reader(file, new PolarityPackets(file, source), options.includeInvalid(), sensor);
    }

    @Override
    protected boolean hasPiece() throws IOException {
        return packets.advance();
    }

    @Override
    protected long[] state() {
        return new long[] {packets.eventsLeft(), packets.timeBase()};
    }

    @Override
    protected void restore(long[] state) {
        packets.restore((int) state[0], state[1]);
    }

    @Override
    protected EventStream piece() throws IOException {
        long offset = file.position();
        ByteBuffer bytes = packets.piece();
        int events = bytes.limit() / PacketHeader.POLARITY_BYTES;
        long timeBase = packets.timeBase();
        long[] t = new long[events];
        short[] x = new short[events];
        short[] y = new short[events];
        byte[] polarity = new byte[events];
        int size = 0;
        for (int at = 0; at < bytes.limit(); at += PacketHeader.POLARITY_BYTES) {
            int word = bytes.getInt(at);
            if (!includeInvalid && !PacketType.isValid(word)) {
                continue;
            }
            int column = PolarityEvent.x(word);
            int row = PolarityEvent.y(word);
            int time = bytes.getInt(at + PacketHeader.POLARITY_TIME_OFFSET);
            if (column >= width() || row >= height() || time < 0) {
                throw badEvent(offset + at, column, row, time);
            }
            t[size] = timeBase + time;
            x[size] = (short) column;
            y[size] = (short) row;
            polarity[size] = (byte) PolarityEvent.polarity(word);
            size++;
        }
        return EventStream.ofColumns(width(), height(), size, t, x, y, polarity);
    }

    private EventFileException badEvent(long offset, int column, int row, int time) {
        if (time < 0) {
            return file.damaged(offset, "an event with time >= 0", "time " + time);
        }
        return outside(offset, column, row);
    }

    private static Sensor largest(PolarityPackets packets, boolean includeInvalid) throws IOException {
        int x = 0;
        int y = 0;
        while (packets.advance()) {
            ByteBuffer bytes = packets.piece();
            for (int at = 0; at < bytes.limit(); at += PacketHeader.POLARITY_BYTES) {
                int word = bytes.getInt(at);
                if (includeInvalid || PacketType.isValid(word)) {
                    x = Math.max(x, PolarityEvent.x(word));
                    y = Math.max(y, PolarityEvent.y(word));
                }
            }
        }
        // 15 bits reach one pixel further than a sensor can; such an event is then refused when it is read.
        return Sensor.around(Math.min(x, Short.MAX_VALUE - 1), Math.min(y, Short.MAX_VALUE - 1));
    }
}
