package org.spike4j.datasets.format.es;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.spike4j.datasets.format.sensor.Message;

/** Event Stream files of generic events, byte by byte. */
public final class EsMessages {
    private EsMessages() {}

    /** The header and these bytes. */
    public static byte[] file(int... data) {
        ByteArrayOutputStream bytes = header();
        for (int b : data) {
            bytes.write(b);
        }
        return bytes.toByteArray();
    }

    /** Messages in order of time. */
    public static byte[] file(List<Message> messages) {
        ByteArrayOutputStream bytes = header();
        long before = 0;
        for (Message message : messages) {
            long wait = message.t() - before;
            for (; wait >= 254; wait -= 254) {
                bytes.write(0xff);
            }
            bytes.write((int) wait);
            int left = message.bytes().length;
            do {
                bytes.write((left & 0x7f) << 1 | (left > 0x7f ? 1 : 0));
                left >>= 7;
            } while (left > 0);
            bytes.writeBytes(message.bytes());
            before = message.t();
        }
        return bytes.toByteArray();
    }

    private static ByteArrayOutputStream header() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Event Stream".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(new byte[] {2, 0, 0, 0});
        return bytes;
    }
}
