package org.spike4j.datasets.format.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.spike4j.datasets.format.FileCursor;

/**
 * What a wav file says of its samples. Chunks other than {@code fmt } and {@code data} are left out.
 *
 * @param type how a sample is stored
 * @param channels samples at a time
 * @param sampleRate times a second
 * @param start byte of the file at which the samples start
 * @param frames times; each has one sample a channel
 */
record WavHeader(SampleType type, int channels, int sampleRate, long start, long frames) {
    private static final int EXTENSIBLE = 0xfffe;
    private static final int SUB_FORMAT = 24;
    private static final int MOST_CHANNELS = 64;
    private static final int HIGHEST_RATE = 1_000_000;
    private static final long UNKNOWN_LENGTH = 0xffff_ffffL;

    /** Reads the chunks of a file from its start to its samples. */
    static WavHeader read(FileCursor file) throws IOException {
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.skip(12, "RIFF header");
        WavHeader format = null;
        while (true) {
            if (file.remaining() == 0) {
                throw file.damaged(
                        file.position(), format == null ? "a fmt chunk" : "a data chunk", "the end of the file");
            }
            ByteBuffer head = file.take(8, "head of a chunk");
            String id = text(head);
            long length = head.getInt(4) & 0xffff_ffffL;
            if (id.equals("fmt ")) {
                format = format(file, length);
            } else if (id.equals("data")) {
                if (format == null) {
                    throw file.damaged(file.position() - 8, "a fmt chunk before the samples", "a data chunk");
                }
                return format.withSamples(file, length);
            } else {
                file.skip(length, "chunk " + id);
            }
            if (length % 2 == 1 && file.remaining() > 0) {
                file.skip(1, "padding");
            }
        }
    }

    /** Bytes of a frame. */
    int frameBytes() {
        return channels * type.bytes();
    }

    private static WavHeader format(FileCursor file, long length) throws IOException {
        long at = file.position();
        if (length < 16 || length > 4096) {
            throw file.damaged(at, "a fmt chunk of 16 to 4096 bytes", length + " bytes");
        }
        ByteBuffer bytes = file.take((int) length, "fmt chunk");
        int tag = bytes.getShort(0) & 0xffff;
        if (tag == EXTENSIBLE && length >= SUB_FORMAT + 2) {
            tag = bytes.getShort(SUB_FORMAT) & 0xffff;
        }
        int channels = bytes.getShort(2) & 0xffff;
        int rate = bytes.getInt(4);
        int block = bytes.getShort(12) & 0xffff;
        int bits = bytes.getShort(14) & 0xffff;
        SampleType type = SampleType.of(tag, bits).orElse(null);
        if (type == null) {
            throw file.error(
                    at,
                    "samples of 8, 16, 24 or 32 bits (format 1) or floats of 32 or 64 bits (format 3)",
                    bits + " bits of format " + tag,
                    "convert the file to one of these, for instance with ffmpeg -c:a pcm_s16le");
        }
        if (channels < 1 || channels > MOST_CHANNELS || rate < 1 || rate > HIGHEST_RATE) {
            throw file.damaged(
                    at,
                    "1 to " + MOST_CHANNELS + " channels and 1 to " + HIGHEST_RATE + " Hz",
                    channels + " channels and " + (rate & 0xffff_ffffL) + " Hz");
        }
        if (block != channels * type.bytes()) {
            throw file.damaged(at + 12, "frames of " + channels * type.bytes() + " bytes", block + " bytes");
        }
        return new WavHeader(type, channels, rate, 0, 0);
    }

    /** A length of 2^32 - 1 is what programs write that do not know it yet: up to the end of the file. */
    private WavHeader withSamples(FileCursor file, long length) throws IOException {
        long bytes = length == UNKNOWN_LENGTH ? file.remaining() : length;
        if (bytes > file.remaining()) {
            throw file.error(
                    file.position(),
                    "samples of " + bytes + " bytes",
                    "only " + file.remaining() + " bytes",
                    "the file is cut off, copy or download it again");
        }
        return new WavHeader(type, channels, sampleRate, file.position(), bytes / frameBytes());
    }

    private static String text(ByteBuffer head) {
        byte[] id = new byte[4];
        head.get(0, id);
        return new String(id, StandardCharsets.ISO_8859_1);
    }
}
