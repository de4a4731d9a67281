package org.spike4j.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spike4j.datasets.event.EventStream;
import org.spike4j.datasets.event.EventStreamBuilder;
import org.spike4j.datasets.format.EventFile;

/** Small made up data in the layouts of the data sets that recipes come with, easy to learn. */
final class SmallSets {
    private SmallSets() {}

    /** Digits as tones of rising pitch. */
    static Path spokenDigits(Path folder, int recordings) throws IOException {
        Path inner = Files.createDirectories(folder.resolve("recordings"));
        for (int digit = 0; digit < 10; digit++) {
            for (int number = 0; number < recordings; number++) {
                tone(inner.resolve(digit + "_ann_" + number + ".wav"), 150 * Math.pow(1.35, digit) + number);
            }
        }
        return folder;
    }

    /** Low and high sounds. */
    static Path sounds(Path folder) throws IOException {
        for (int number = 0; number < 20; number++) {
            tone(Files.createDirectories(folder.resolve("low")).resolve(number + ".wav"), 200 + number);
            tone(Files.createDirectories(folder.resolve("high")).resolve(number + ".wav"), 2000 + number);
        }
        return folder;
    }

    /** Two recordings of four seconds in which a corner of the sensor is busy. */
    static Path recordings(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int corner = 0; corner < 2; corner++) {
            EventStreamBuilder events = EventStream.builder(64, 64);
            for (int i = 0; i < 20_000; i++) {
                events.add(200L * i, 30 * corner + (i * 7) % 30, 30 * corner + (i * 11) % 30, i % 2);
            }
            EventFile.formatToWrite("aedat4")
                    .writer()
                    .orElseThrow()
                    .write(folder.resolve("corner" + corner + ".aedat4"), events.build());
        }
        return folder;
    }

    /** Letters, each with a taxel of its own that is pressed, as Python would pickle them. */
    static Path braille(Path folder, int repetitions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 4, ']', '('});
        for (int letter = 0; letter < 4; letter++) {
            for (int n = 0; n < repetitions; n++) {
                row(out, letter, n);
            }
        }
        out.writeBytes(new byte[] {'e', '.'});
        Files.createDirectories(folder);
        Files.write(folder.resolve("letters.pkl"), out.toByteArray());
        return folder;
    }

    private static void row(ByteArrayOutputStream out, int letter, int number) {
        out.writeBytes(new byte[] {'}', '('});
        text(out, "letter");
        text(out, "ABCD".substring(letter, letter + 1));
        text(out, "taxel_data");
        global(out, "numpy.core.multiarray", "_reconstruct");
        global(out, "numpy", "ndarray");
        out.writeBytes(new byte[] {'K', 0, (byte) 0x85, 'C', 1, 'b', (byte) 0x87, 'R'});
        out.writeBytes(new byte[] {'(', 'K', 1, 'K', 76, 'K', 12, (byte) 0x86});
        global(out, "numpy", "dtype");
        text(out, "u1");
        out.writeBytes(new byte[] {(byte) 0x85, 'R', (byte) 0x89, 'B'});
        ByteBuffer taxels = little(4 + 76 * 12).putInt(76 * 12);
        for (int t = 0; t < 76; t++) {
            for (int k = 0; k < 12; k++) {
                taxels.put((byte) (k == 3 * letter ? 100 + (t + number) % 50 : 255));
            }
        }
        out.writeBytes(taxels.array());
        out.writeBytes(new byte[] {'t', 'b', 'u'});
    }

    private static void global(ByteArrayOutputStream out, String module, String name) {
        text(out, module);
        text(out, name);
        out.write(0x93);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x8c);
        out.write(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** A tenth of a second at 8 kHz, 16 bits. */
    private static void tone(Path path, double hertz) throws IOException {
        int samples = 800;
        ByteBuffer file = little(44 + 2 * samples);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(8000).putInt(16_000);
        file.putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            file.putShort((short) (9000 * Math.sin(2 * Math.PI * hertz * i / 8000)));
        }
        Files.write(path, file.array());
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
