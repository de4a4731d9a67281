package org.spike4j.datasets.format.wav;

import java.io.IOException;
import java.util.Optional;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.audio.CochleaStream;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.format.Bookmark;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.PieceReader;

/** Reads a sound twice: once for its loudness, which the cochlea wants to know first, and once for its spikes. */
final class WavReader extends PieceReader {
    private final WavSamples samples;
    private final CochleaStream stream;
    private boolean ended;

    private WavReader(FileCursor file, Cochlea cochlea, WavSamples samples, CochleaStream stream) {
        super(file, WavFormat.NAME, cochlea.channels(), 1);
        this.samples = samples;
        this.stream = stream;
    }

    static WavReader open(FileCursor file, Cochlea cochlea) throws IOException {
        WavHeader header = WavHeader.read(file);
        if (header.sampleRate() <= 2 * cochlea.highest()) {
            throw file.error(
                    0,
                    "more than " + 2 * cochlea.highest() + " samples a second, for channels up to " + cochlea.highest()
                            + " Hz",
                    header.sampleRate() + " samples a second",
                    "use a recording of a higher rate, or Cochlea.withRange with WavFile");
        }
        WavSamples samples = new WavSamples(file, header);
        double squares = 0;
        while (samples.left() > 0) {
            for (float sample : samples.next()) {
                squares += (double) sample * sample;
            }
        }
        samples.rewind();
        double rms = header.frames() == 0 ? 0 : Math.sqrt(squares / header.frames());
        return new WavReader(file, cochlea, samples, cochlea.stream(header.sampleRate(), rms));
    }

    /** None: what the channels hear depends on all that came before. */
    @Override
    public Optional<Bookmark> bookmark() {
        return Optional.empty();
    }

    @Override
    protected boolean hasPiece() {
        return !ended;
    }

    @Override
    protected EventStream piece() throws IOException {
        if (samples.left() > 0) {
            float[] piece = samples.next();
            stream.hear(piece, 0, piece.length);
        } else {
            stream.end();
            ended = true;
        }
        return stream.take();
    }
}
