package org.spike4j.datasets.format.aedat4;

import com.github.luben.zstd.Zstd;
import com.google.flatbuffers.FlatBufferBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream.BLOCKSIZE;
import net.jpountz.lz4.LZ4FrameOutputStream.FLG.Bits;
import net.jpountz.xxhash.XXHashFactory;
import org.spike4j.datasets.event.EventStream;

/** AEDAT 4 files built with the FlatBuffers, LZ4 and ZSTD writers of others. */
public final class Aedat4Sample {
    private Aedat4Sample() {}

    /** A file of one event stream (number 0, packets of some events) and one other stream (number 1, bytes of 7). */
    public static byte[] file(EventStream events, int packetEvents, int compression) throws IOException {
        return file(events, packetEvents, compression, info("EVTS", events.width(), events.height()));
    }

    static byte[] file(EventStream events, int packetEvents, int compression, String info) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("#!AER-DAT4.0\r\n".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(header(compression, info));
        for (int start = 0; start < events.size(); start += packetEvents) {
            int end = Math.min(events.size(), start + packetEvents);
            writePacket(file, 1, new byte[] {7, 7, 7});
            writePacket(file, 0, compress(eventPacket(events.slice(start, end)), compression));
        }
        return file.toByteArray();
    }

    /** A file of one packet of events whose bytes, compressed by the caller, may be anything. */
    public static byte[] fileOfPacket(EventStream sensor, int compression, byte[] packet) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("#!AER-DAT4.0\r\n".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(header(compression, info("EVTS", sensor.width(), sensor.height())));
        writePacket(file, 0, packet);
        return file.toByteArray();
    }

    static String info(String type, int width, int height) {
        return "<dv version=\"2.0\"><node name=\"outInfo\" path=\"/outInfo/\"><node name=\"0\" path=\"/outInfo/0/\">"
                + "<attr key=\"typeIdentifier\" type=\"string\">" + type + "</attr>"
                + "<node name=\"info\" path=\"/outInfo/0/info/\"><attr key=\"sizeX\" type=\"int\">" + width + "</attr>"
                + "<attr key=\"sizeY\" type=\"int\">" + height + "</attr></node></node>"
                + "<node name=\"1\" path=\"/outInfo/1/\"><attr key=\"typeIdentifier\" type=\"string\">IMUS</attr>"
                + "</node></node></dv>";
    }

    static void writePacket(ByteArrayOutputStream file, int stream, byte[] content) {
        ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        file.writeBytes(header.putInt(stream).putInt(content.length).array());
        file.writeBytes(content);
    }

    static byte[] compress(byte[] content, int compression) throws IOException {
        return switch (compression) {
            case 1 -> lz4(content, Bits.BLOCK_INDEPENDENCE);
            case 2 -> lz4(content, Bits.BLOCK_INDEPENDENCE, Bits.CONTENT_CHECKSUM, Bits.BLOCK_CHECKSUM);
            case 3, 4 -> Zstd.compress(content);
            default -> content;
        };
    }

    static byte[] lz4(byte[] content, Bits... flags) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LZ4Factory lz4 = LZ4Factory.safeInstance();
        try (LZ4FrameOutputStream out = new LZ4FrameOutputStream(
                bytes,
                BLOCKSIZE.SIZE_64KB,
                content.length,
                lz4.fastCompressor(),
                XXHashFactory.safeInstance().hash32(),
                flags)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    static byte[] header(int compression, String info) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        int text = builder.createString(info);
        builder.startTable(3);
        builder.addInt(0, compression, 0);
        builder.addLong(1, -1, 0);
        builder.addOffset(2, text, 0);
        builder.finishSizePrefixed(builder.endTable(), "IOHE");
        return builder.sizedByteArray();
    }

    static byte[] eventPacket(EventStream events) {
        FlatBufferBuilder builder = new FlatBufferBuilder();
        builder.startVector(16, events.size(), 8);
        for (int i = events.size() - 1; i >= 0; i--) {
            builder.prep(8, 16);
            builder.pad(3);
            builder.putBoolean(events.polarity(i) == 1);
            builder.putShort((short) events.y(i));
            builder.putShort((short) events.x(i));
            builder.putLong(events.t(i));
        }
        int elements = builder.endVector();
        builder.startTable(1);
        builder.addOffset(0, elements, 0);
        builder.finishSizePrefixed(builder.endTable(), "EVTS");
        return builder.sizedByteArray();
    }
}
