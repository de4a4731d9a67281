package org.spike4j.datasets.format.wav;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.format.EventFormat;
import org.spike4j.datasets.format.EventReader;
import org.spike4j.datasets.format.FileCursor;
import org.spike4j.datasets.format.ReadOptions;

/** Sound, read as the spikes that {@link Cochlea#standard} makes of it; a sensor has a column for each channel. */
public final class WavFormat implements EventFormat {
    static final String NAME = "WAV through a cochlea";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String sign() {
        return "starts with RIFF and WAVE";
    }

    @Override
    public boolean matches(Path path, byte[] head) {
        return isWave(head);
    }

    @Override
    public EventReader open(FileCursor file, ReadOptions options) throws IOException {
        return WavReader.open(file, Cochlea.standard());
    }

    static boolean isWave(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        return text.startsWith("RIFF") && text.startsWith("WAVE", 8);
    }
}
