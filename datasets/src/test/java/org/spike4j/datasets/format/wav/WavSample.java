package org.spike4j.datasets.format.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes wav files byte by byte. */
public final class WavSample {
    private WavSample() {}

    /** A file of whole chunks behind the RIFF header. */
    public static byte[] riff(byte[]... chunks) {
        int length = 4;
        for (byte[] chunk : chunks) {
            length += chunk.length;
        }
        ByteBuffer file = little(8 + length).put(ascii("RIFF")).putInt(length).put(ascii("WAVE"));
        for (byte[] chunk : chunks) {
            file.put(chunk);
        }
        return file.array();
    }

    /** A chunk, padded to an even length. */
    public static byte[] chunk(String id, byte[] content) {
        return little(8 + content.length + content.length % 2)
                .put(ascii(id))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** The 16 bytes of a format chunk. */
    public static byte[] format(int tag, int channels, int rate, int bits) {
        int block = channels * bits / 8;
        return little(16)
                .putShort((short) tag)
                .putShort((short) channels)
                .putInt(rate)
                .putInt(rate * block)
                .putShort((short) block)
                .putShort((short) bits)
                .array();
    }

    /** A mono file of 16 bits with a tone. */
    public static Path tone(Path path, double hertz, int rate, int samples, double amplitude) throws IOException {
        ByteBuffer data = little(2 * samples);
        for (int i = 0; i < samples; i++) {
            data.putShort((short) Math.round(32767 * amplitude * Math.sin(2 * Math.PI * hertz * i / rate)));
        }
        byte[] file = riff(chunk("fmt ", format(1, 1, rate, 16)), chunk("data", data.array()));
        return Files.write(path, file);
    }

    static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
