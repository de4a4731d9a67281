package org.spike4j.datasets.format.wav;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.spike4j.datasets.format.FileCursor;

/** The samples of a wav file, in pieces; channels become one by their mean. */
final class WavSamples {
    private static final int PIECE = 1 << 14;

    private final FileCursor file;
    private final WavHeader header;
    private long done;

    WavSamples(FileCursor file, WavHeader header) {
        this.file = file;
        this.header = header;
    }

    /** Goes back to the first sample. */
    void rewind() {
        file.moveTo(header.start());
        done = 0;
    }

    /** Samples still to come. */
    long left() {
        return header.frames() - done;
    }

    /**
     * The next samples.
     *
     * @return some, at most 2^14; none at the end
     * @throws IOException if the file cannot be read, or has a sample that is not a finite number
     */
    float[] next() throws IOException {
        int frames = (int) Math.min(PIECE, left());
        int channels = header.channels();
        SampleType type = header.type();
        long offset = file.position();
        ByteBuffer bytes = file.take(frames * header.frameBytes(), "samples");
        float[] samples = new float[frames];
        int at = 0;
        for (int i = 0; i < frames; i++) {
            float sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += type.at(bytes, at);
                at += type.bytes();
            }
            samples[i] = sum / channels;
            if (!Float.isFinite(samples[i])) {
                throw file.damaged(offset + (long) i * header.frameBytes(), "a finite sample", "" + samples[i]);
            }
        }
        done += frames;
        return samples;
    }
}
