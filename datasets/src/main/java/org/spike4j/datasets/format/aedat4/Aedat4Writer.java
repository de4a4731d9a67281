package org.spike4j.datasets.format.aedat4;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/**
 * Writes a recording as AEDAT 4.0 with one event stream of number 0, at most 8192 events a packet, and the table of packets
 * at the end. A recording whose times go back gets no table, since what reads it takes the first and the last time of a packet
 * for its earliest and its latest. The FlatBuffers are laid out by hand, each number at a multiple of its size counted from the size
 * prefix.
 */
public final class Aedat4Writer {
    private static final int EVENT_BYTES = 16;
    private static final int EVENTS_AT = 32;
    private static final int TEXT_AT = 48;
    private static final int TABLE_POSITION_AT = 32;
    private static final byte[] VERSION_LINE = Aedat4Format.VERSION_LINE.getBytes(StandardCharsets.US_ASCII);

    private Aedat4Writer() {}

    /**
     * Starts a file; one that exists is replaced by {@link EventSink#finish}, as a whole or not at all.
     *
     * @param path the file, to be named *.aedat4
     * @param width columns of the sensor
     * @param height rows of the sensor
     * @return a sink without events; the caller closes it
     * @throws IOException if writing fails
     */
    public static EventSink open(Path path, int width, int height) throws IOException {
        return open(path, width, height, Compression.LZ4);
    }

    /**
     * Writes a file with packets compressed by LZ4; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.aedat4
     * @param events what to write, in this order, times >= 0 microseconds; not modified
     * @throws IllegalArgumentException if a time is negative
     * @throws IOException if writing fails
     */
    public static void write(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height()).writeAndClose(events);
    }

    /**
     * Writes a file with packets that are not compressed; one that exists is replaced, as a whole or not at all.
     *
     * @param path the file, to be named *.aedat4
     * @param events what to write, in this order, times >= 0 microseconds; not modified
     * @throws IllegalArgumentException if a time is negative
     * @throws IOException if writing fails
     */
    public static void writeUncompressed(Path path, EventStream events) throws IOException {
        open(path, events.width(), events.height(), Compression.NONE).writeAndClose(events);
    }

    private static EventSink open(Path path, int width, int height, Compression compression) throws IOException {
        return EventSink.open(
                path, width, height, channel -> new Encoder(channel, header(width, height, compression), compression));
    }

    private static final class Encoder implements PacketEncoder {
        private final FileChannel channel;
        private final BufferedChannel out;
        private final Compression compression;
        private final Lz4Compressor lz4 = new Lz4Compressor();
        private final List<FileTable.Entry> packets = new ArrayList<>();
        private long written;
        private long position;
        private long latest;
        private boolean ordered = true;

        Encoder(FileChannel channel, byte[] header, Compression compression) throws IOException {
            this.channel = channel;
            this.out = new BufferedChannel(channel, ByteOrder.LITTLE_ENDIAN);
            this.compression = compression;
            out.put(VERSION_LINE);
            out.put(header);
            position = VERSION_LINE.length + header.length;
        }

        @Override
        public void append(EventStream events) throws IOException {
            for (int i = 0; i < events.size(); i++) {
                if (events.t(i) < 0) {
                    throw new IllegalArgumentException(
                            "AEDAT 4.0 holds times >= 0 microseconds, event " + (written + i) + " has " + events.t(i));
                }
            }
            written += events.size();
            byte[] content = compressed(packet(events));
            note(events, content.length);
            out.room(Packets.HEADER_BYTES).putInt(0).putInt(content.length);
            out.put(content);
        }

        @Override
        public void finish() throws IOException {
            if (ordered) {
                out.put(compressed(FileTable.bytes(packets)));
            }
            out.flush();
            if (ordered) {
                ByteBuffer place = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                place.putLong(position).flip();
                while (place.hasRemaining()) {
                    channel.write(place, VERSION_LINE.length + TABLE_POSITION_AT + place.position());
                }
            }
        }

        private void note(EventStream events, int bytes) {
            int last = events.size() - 1;
            for (int i = 0; i <= last; i++) {
                ordered &= events.t(i) >= latest;
                latest = events.t(i);
            }
            packets.add(new FileTable.Entry(position, 0, bytes, events.size(), events.t(0), events.t(last)));
            position += Packets.HEADER_BYTES + bytes;
        }

        private byte[] compressed(byte[] content) {
            if (compression == Compression.NONE) {
                return content;
            }
            ByteBuffer frame = lz4.compress(content);
            byte[] bytes = new byte[frame.remaining()];
            frame.get(bytes);
            return bytes;
        }
    }

    /** Size prefix, root offset, name, list of fields, and the table IOHeader with its text. */
    private static byte[] header(int width, int height, Compression compression) {
        byte[] text = info(width, height, compression).getBytes(StandardCharsets.US_ASCII);
        int bytes = (TEXT_AT + text.length + Integer.BYTES) / Integer.BYTES * Integer.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        start(buffer, "IOHE", 20);
        buffer.putShort((short) 10).putShort((short) 20);
        buffer.putShort((short) 4).putShort((short) 8).putShort((short) 16).putShort((short) 0);
        buffer.putInt(12).putInt(compression.ordinal()).putLong(-1).putInt(4);
        buffer.putInt(text.length).put(text);
        return buffer.array();
    }

    /** Size prefix, root offset, name, list of fields, and the table EventPacket with its events. */
    private static byte[] packet(EventStream events) {
        ByteBuffer buffer =
                ByteBuffer.allocate(EVENTS_AT + events.size() * EVENT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        start(buffer, StreamInfo.EVENTS, 16);
        buffer.putShort((short) 6).putShort((short) 8).putShort((short) 4).putShort((short) 0);
        buffer.putInt(8).putInt(4).putInt(events.size());
        for (int i = 0; i < events.size(); i++) {
            buffer.putLong(events.t(i)).putShort((short) events.x(i)).putShort((short) events.y(i));
            buffer.putInt(events.polarity(i));
        }
        return buffer.array();
    }

    /** Starts a FlatBuffer: its size, the place of its root counted from there, and its name. */
    static void start(ByteBuffer buffer, String name, int table) {
        buffer.putInt(buffer.capacity() - Integer.BYTES).putInt(table);
        buffer.put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static String info(int width, int height, Compression compression) {
        return "<dv version=\"2.0\"><node name=\"outInfo\" path=\"/mainloop/Recorder/outInfo/\">"
                + "<node name=\"0\" path=\"/mainloop/Recorder/outInfo/0/\">"
                + attribute("compression", "string", compression.name())
                + attribute("originalModuleName", "string", "events")
                + attribute("originalOutputName", "string", "events")
                + attribute("typeDescription", "string", "Array of events (polarity ON/OFF).")
                + attribute("typeIdentifier", "string", StreamInfo.EVENTS)
                + "<node name=\"info\" path=\"/mainloop/Recorder/outInfo/0/info/\">"
                + attribute("sizeX", "int", String.valueOf(width)) + attribute("sizeY", "int", String.valueOf(height))
                + attribute("source", "string", "file") + "</node></node></node></dv>";
    }

    private static String attribute(String key, String type, String value) {
        return "<attr key=\"" + key + "\" type=\"" + type + "\">" + value + "</attr>";
    }
}
