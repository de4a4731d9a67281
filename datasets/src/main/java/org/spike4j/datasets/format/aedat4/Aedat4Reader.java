package org.spike4j.datasets.format.aedat4;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.Bookmark;
import org.spike4j.datasets.format.ContentException;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PacketSpan;
import org.spike4j.datasets.format.PieceReader;
import org.spike4j.datasets.format.ReadOptions;

/**
 * Reads one event stream: that of the options, else the first one. A file with other streams only has zero events.
 */
final class Aedat4Reader extends PieceReader {
    private static final int ELEMENTS = 0;
    private static final int EVENT_BYTES = 16;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Packets that are read to see whether the table of the file is right. */
    private static final int CHECKED = 16;

    private final IoHeader header;
    private final Packets packets;
    private final StreamInfo stream;

    private Aedat4Reader(FileCursor file, IoHeader header, StreamInfo stream) {
        super(file, Aedat4Format.NAME, stream.width(), stream.height());
        this.header = header;
        this.packets = new Packets(file, header);
        this.stream = stream;
    }

    static Aedat4Reader open(FileCursor file, ReadOptions options) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        IoHeader header = IoHeader.read(file);
        StreamInfo stream = choose(file, header.streams(), options);
        if (options.hasSensor()) {
            stream = stream.withSize(options.width(), options.height());
        }
        if (!stream.hasSize()) {
            throw file.error(
                    0,
                    "a sensor size for stream " + stream,
                    stream.width() + "x" + stream.height(),
                    "give it with ReadOptions.withSensor");
        }
        return new Aedat4Reader(file, header, stream);
    }

    @Override
    protected boolean hasPiece() {
        return packets.hasNext();
    }

    @Override
    protected EventStream piece() throws IOException {
        packets.next();
        if (packets.stream() != stream.number() || !stream.hasEvents()) {
            packets.skip();
            return EventStream.builder(width(), height()).build();
        }
        try {
            ByteBuffer bytes = packets.content();
            FlatTable.Structs elements =
                    FlatTable.root(bytes, StreamInfo.EVENTS).structsAt(ELEMENTS, EVENT_BYTES);
            return events(bytes.array(), bytes.arrayOffset() + elements.start(), elements.count());
        } catch (ContentException e) {
            throw packets.damaged(e);
        }
    }

    /** The table of the file, if it fits the file, and what it says of some of the packets is what is in them. */
    @Override
    public Optional<List<PacketSpan>> packets() throws IOException {
        List<FileTable.Entry> own = new ArrayList<>();
        Optional<List<FileTable.Entry>> table = FileTable.read(file, header);
        table.orElse(List.of()).stream()
                .filter(entry -> stream.hasEvents() && entry.stream() == stream.number() && entry.elements() > 0)
                .forEach(own::add);
        if (table.isEmpty() || !isRight(own)) {
            return Optional.empty();
        }
        List<PacketSpan> spans = new ArrayList<>();
        long end = header.dataStart();
        for (FileTable.Entry entry : own) {
            spans.add(new PacketSpan(new Bookmark(end), entry.elements(), entry.first(), entry.last()));
            end = entry.end();
        }
        return Optional.of(spans);
    }

    private boolean isRight(List<FileTable.Entry> entries) throws IOException {
        long place = file.position();
        try {
            int checked = Math.min(CHECKED, entries.size());
            boolean right = true;
            for (int i = 0; i < checked && right; i++) {
                FileTable.Entry entry = entries.get((int) ((long) i * (entries.size() - 1) / Math.max(1, checked - 1)));
                file.moveTo(entry.start());
                right = isRight(entry, piece());
            }
            return right;
        } catch (EventFileException e) {
            return false;
        } finally {
            file.moveTo(place);
        }
    }

    private static boolean isRight(FileTable.Entry entry, EventStream events) {
        int size = events.size();
        boolean right = size == entry.elements() && events.t(0) == entry.first() && events.t(size - 1) == entry.last();
        for (int i = 1; i < size && right; i++) {
            right = events.t(i) >= events.t(i - 1);
        }
        return right;
    }

    /** An event is a time of 8 bytes, column and row of 2, and a byte that is not 0 for brighter; 3 bytes are unused. */
    private EventStream events(byte[] bytes, int start, int size) throws ContentException {
        long[] t = new long[size];
        short[] x = new short[size];
        short[] y = new short[size];
        byte[] polarity = new byte[size];
        long signs = 0;
        for (int i = 0; i < size; i++) {
            int at = start + i * EVENT_BYTES;
            long time = (long) LONG.get(bytes, at);
            long pixel = (long) LONG.get(bytes, at + Long.BYTES);
            short column = (short) pixel;
            short row = (short) (pixel >> 16);
            t[i] = time;
            x[i] = column;
            y[i] = row;
            polarity[i] = (byte) ((pixel >> 32 & 0xff) + 0xff >> 8);
            signs |= time | column | stream.width() - 1 - column | row | stream.height() - 1 - row;
        }
        for (int i = 0; signs < 0 && i < size; i++) {
            if (t[i] < 0 || x[i] < 0 || x[i] >= width() || y[i] < 0 || y[i] >= height()) {
                throw new ContentException(
                        "events with time >= 0 on the sensor of " + width() + "x" + height(),
                        "event " + i + " at (" + x[i] + ", " + y[i] + "), time " + t[i]);
            }
        }
        return EventStream.ofColumns(width(), height(), size, t, x, y, polarity);
    }

    private static StreamInfo choose(FileCursor file, List<StreamInfo> streams, ReadOptions options)
            throws IOException {
        if (options.stream().isPresent()) {
            int number = options.stream().getAsInt();
            return streams.stream()
                    .filter(s -> s.number() == number && s.hasEvents())
                    .findFirst()
                    .orElseThrow(() -> file.error(
                            0,
                            "an event stream (EVTS) of number " + number,
                            "the streams " + streams,
                            "choose another with ReadOptions.withStream"));
        }
        return streams.stream()
                .filter(StreamInfo::hasEvents)
                .findFirst()
                .or(() -> streams.stream().filter(StreamInfo::hasSize).findFirst())
                .orElseThrow(() -> file.error(
                        0, "an event stream (EVTS)", "the streams " + streams, "check that the recording is complete"));
    }
}
