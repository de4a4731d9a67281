package org.spike4j.datasets.format.wav;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spike4j.datasets.audio.Waveform;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.FileCursor;

/** Reads files of sound: RIFF WAVE with whole numbers of 8 to 32 bits or floats of 32 or 64, of any rate. */
public final class WavFile {
    private static final int MOST_SAMPLES = 1 << 28;

    private WavFile() {}

    /**
     * Reads a whole recording; several channels become one by their mean.
     *
     * @param path the file
     * @return its samples
     * @throws EventFileException if there is no such file, or it breaks its format
     * @throws IOException if the file cannot be read
     */
    public static Waveform read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            String found = Files.isDirectory(path) ? "a folder" : "no such file";
            throw new EventFileException(path, 0, "a wav file", found, "check the path");
        }
        try (FileCursor file = FileCursor.open(path)) {
            requireRiff(file);
            WavHeader header = WavHeader.read(file);
            if (header.frames() > MOST_SAMPLES) {
                throw file.error(
                        header.start(),
                        "at most " + MOST_SAMPLES + " samples",
                        header.frames() + " samples",
                        "cut the recording into shorter files");
            }
            WavSamples pieces = new WavSamples(file, header);
            float[] samples = new float[(int) header.frames()];
            int at = 0;
            while (pieces.left() > 0) {
                float[] piece = pieces.next();
                System.arraycopy(piece, 0, samples, at, piece.length);
                at += piece.length;
            }
            return new Waveform(samples, header.sampleRate());
        }
    }

    private static void requireRiff(FileCursor file) throws IOException {
        byte[] head = new byte[(int) Math.min(12, file.remaining())];
        file.take(head.length, "RIFF header").get(head);
        file.moveTo(0);
        if (!WavFormat.isWave(head)) {
            throw file.error(0, "a wav file, which starts with RIFF and WAVE", "another file", "check the path");
        }
    }
}
