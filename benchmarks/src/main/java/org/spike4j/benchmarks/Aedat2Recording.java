package org.spike4j.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.BufferedChannel;
import org.spike4j.datasets.format.EventSink;
import org.spike4j.datasets.format.PacketEncoder;

/** Makes AEDAT 2.0 files of a DVS128 as jAER does, to time their reading; times wrap at 2^32. */
final class Aedat2Recording {
    private static final String HEADER = "#!AER-DAT2.0\r\n# AEChip: DVS128\r\n";

    private Aedat2Recording() {}

    static EventSink open(Path path, int width, int height) throws IOException {
        return EventSink.open(path, width, height, channel -> {
            BufferedChannel out = new BufferedChannel(channel, ByteOrder.BIG_ENDIAN);
            out.put(HEADER.getBytes(StandardCharsets.US_ASCII));
            return new Encoder(out);
        });
    }

    private record Encoder(BufferedChannel out) implements PacketEncoder {
        @Override
        public void append(EventStream packet) throws IOException {
            for (int i = 0; i < packet.size(); i++) {
                ByteBuffer room = out.room(2 * Integer.BYTES);
                room.putInt(packet.y(i) << 8 | packet.x(i) << 1 | 1 - packet.polarity(i));
                room.putInt((int) packet.t(i));
            }
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }
    }
}
