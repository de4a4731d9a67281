package org.spike4j.datasets.format.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.datasets.EventAssertions;
import org.spike4j.datasets.SharedData;
import org.spike4j.datasets.audio.Cochlea;
import org.spike4j.datasets.audio.Waveform;
import org.spike4j.datasets.format.EventFile;
import org.spike4j.datasets.format.EventFileException;

class WavFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 8", "1, 16", "1, 24", "1, 32", "3, 32", "3, 64"})
    void everyWidthGivesTheSameSamples(int tag, int bits) throws IOException {
        double[] wanted = {0, 0.5, -0.5, 0.25, -1};
        ByteBuffer data = WavSample.little(wanted.length * bits / 8);
        for (double value : wanted) {
            switch (tag * 100 + bits) {
                case 108 -> data.put((byte) Math.round(128 + 128 * value));
                case 116 -> data.putShort((short) (32_768 * value));
                case 124 -> {
                    int whole = (int) (8_388_608 * value);
                    data.put((byte) whole).put((byte) (whole >> 8)).put((byte) (whole >> 16));
                }
                case 132 -> data.putInt((int) (2_147_483_648L * value));
                case 332 -> data.putFloat((float) value);
                default -> data.putDouble(value);
            }
        }

        Waveform sound = WavFile.read(file(WavSample.format(tag, 1, 44_100, bits), data.array()));

        assertThat(sound.sampleRate()).isEqualTo(44_100);
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) sound.samples()[i]).isEqualTo(wanted[i]);
        }
    }

    @Test
    void channelsBecomeTheirMeanAndOtherChunksAreLeftOut() throws IOException {
        ByteBuffer data = WavSample.little(8);
        data.putShort((short) 16_384)
                .putShort((short) 0)
                .putShort((short) -32_768)
                .putShort((short) 16_384);
        Path path = Files.write(
                folder.resolve("stereo.wav"),
                WavSample.riff(
                        WavSample.chunk("LIST", new byte[5]),
                        WavSample.chunk("fmt ", WavSample.format(1, 2, 8000, 16)),
                        WavSample.chunk("fact", new byte[4]),
                        WavSample.chunk("data", data.array()),
                        WavSample.chunk("id3 ", new byte[9])));

        Waveform sound = WavFile.read(path);

        assertThat(sound.samples()).containsExactly(0.25f, -0.25f);
        assertThat(sound.rms()).isCloseTo(0.25, within(1e-12));
    }

    @Test
    void extensibleFormatNamesItsTypeInItsSubFormat() throws IOException {
        byte[] format = Arrays.copyOf(WavSample.format(0xfffe, 1, 8000, 32), 40);
        format[24] = 3;
        byte[] data = WavSample.little(4).putFloat(0.75f).array();

        assertThat(WavFile.read(file(format, data)).samples()).containsExactly(0.75f);
    }

    @Test
    void cutOffFileIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(WavSample.tone(folder.resolve("whole.wav"), 440, 8000, 100, 0.5));
        Path cut = Files.write(folder.resolve("cut.wav"), Arrays.copyOf(whole, whole.length - 1));

        assertThatThrownBy(() -> WavFile.read(cut))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("wanted samples of 200 bytes at byte 44, found only 199 bytes")
                .hasMessageContaining("cut off");
        Path headOnly = Files.write(folder.resolve("head.wav"), Arrays.copyOf(whole, 36));
        assertThatThrownBy(() -> WavFile.read(headOnly))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("a data chunk");
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        assertThatThrownBy(() -> WavFile.read(file(WavSample.format(6, 1, 8000, 8), new byte[4])))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("8 bits of format 6");
        byte[] nan = WavSample.little(8).putFloat(0).putFloat(Float.NaN).array();
        assertThatThrownBy(() -> WavFile.read(file(WavSample.format(3, 1, 8000, 32), nan)))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("a finite sample at byte 48");
        Path text = Files.writeString(folder.resolve("text.wav"), "no sound at all");
        assertThatThrownBy(() -> WavFile.read(text))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("RIFF and WAVE");
        assertThatThrownBy(() -> WavFile.read(folder))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("a folder");
    }

    @Test
    void soundIsReadAsAnEventFile() throws IOException {
        Path path = WavSample.tone(folder.resolve("tone.wav"), 1000, 8000, 40_000, 0.1);

        EventAssertions.assertSame(EventFile.read(path), Cochlea.standard().encode(WavFile.read(path)));
        assertThat(EventFile.read(path).size()).isGreaterThan(1000);
    }

    @Test
    void soundOfTooLowARateIsNoEventFile() throws IOException {
        Path path = WavSample.tone(folder.resolve("low.wav"), 1000, 6000, 400, 0.1);

        assertThatThrownBy(() -> EventFile.read(path))
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("6000 samples a second");
    }

    @Test
    void realRecordingHasTheSamplesOfItsFile() throws IOException {
        Path path = SharedData.require("fsdd/recordings/7_jackson_32.wav");

        Waveform sound = WavFile.read(path);

        assertThat(sound.sampleRate()).isEqualTo(8000);
        assertThat(sound.samples()).hasSize((int) ((Files.size(path) - 44) / 2));
        assertThat(EventFile.read(path).size()).isGreaterThan(100);
    }

    private Path file(byte[] format, byte[] data) throws IOException {
        byte[] file = WavSample.riff(WavSample.chunk("fmt ", format), WavSample.chunk("data", data));
        return Files.write(folder.resolve("sound.wav"), file);
    }
}
