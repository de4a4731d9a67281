package org.spike4j.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.shade.jackson.databind.JsonNode;

/** What a recording holds beside events, on the command line. */
class RecordedStreamsTest {
    @TempDir
    Path folder;

    private Path recording;

    /** AEDAT 3.1 with an event, a frame of 2x1 pixels, an inertial sample and a trigger. */
    @BeforeEach
    void write() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        String header = "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 1: DAVIS240C\r\n#!END-HEADER\r\n";
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(packet(1, 7 << 17 | 9 << 2 | 0b11, 50));
        file.writeBytes(packet(2, 1 << 1 | 1, 10, 40, 20, 30, 2, 1, 3, 4, 0x4000 << 16 | 0x8000));
        file.writeBytes(packet(3, 1, 60, 0, Float.floatToIntBits(-1), 0, 0, 0, 0, Float.floatToIntBits(25)));
        file.writeBytes(packet(0, 2 << 1 | 1, 70));
        recording = Files.write(folder.resolve("davis.aedat"), file.toByteArray());
    }

    @Test
    void infoListsTheStreamsAndCountsTheirRecords() throws IOException {
        JsonNode info = Spoken.by("data", "info", recording, "--json").json();

        assertThat(info.get("events").asInt()).isEqualTo(1);
        assertThat(info.get("frames").asInt()).isEqualTo(1);
        assertThat(info.get("imuSamples").asInt()).isEqualTo(1);
        assertThat(info.get("triggers").asInt()).isEqualTo(1);
        assertThat(info.get("streams")).hasSize(4);
        assertThat(info.get("streams").get(0))
                .hasToString(
                        "{\"number\":1,\"kind\":\"events\",\"type\":\"polarity\",\"source\":\"DAVIS240C\",\"width\":240,"
                                + "\"height\":180,\"records\":null,\"t\":[]}");
        assertThat(info.get("streams").get(1).get("t")).hasToString("[25,25]");
        assertThat(Spoken.by("data", "info", recording).out())
                .contains("1: frames (frame) of DAVIS240C, 240 x 180 pixels, 1 records");
    }

    @Test
    void infoSaysWhatIsWrongBesideTheEvents() throws IOException {
        byte[] bytes = Files.readAllBytes(recording);
        int frame = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("#!END-HEADER\r\n") + 14 + 36 + 28;
        bytes[frame] = 2 << 1 | 1;
        Path odd = Files.write(folder.resolve("odd.aedat"), bytes);

        Spoken spoken = Spoken.by("data", "info", odd, "--json");

        assertThat(spoken.exitCode()).isZero();
        assertThat(spoken.json().get("events").asInt()).isEqualTo(1);
        assertThat(spoken.json().get("streams").get(1).get("records").isNull()).isTrue();
        assertThat(spoken.json().get("recordsProblem").asText()).contains("at byte " + frame, "2 channels");
        assertThat(spoken.json().has("frames")).isFalse();
        assertThat(Spoken.by("data", "view", odd, folder.resolve("x.png"), "--frames")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void convertWritesFramesAsPicturesAndOtherRecordsAsTables() throws IOException {
        Path frames = folder.resolve("frames");
        Path samples = folder.resolve("imu.csv");
        Path triggers = folder.resolve("triggers.csv");

        JsonNode answer = Spoken.by("data", "convert", recording, frames, "--records", "frames", "--json")
                .json();
        assertThat(answer).hasToString("{\"records\":\"frames\",\"count\":1,\"path\":\"" + frames + "\"}");
        assertThat(ImageIO.read(frames.resolve("000000.png").toFile())
                        .getRaster()
                        .getSample(0, 0, 0))
                .isEqualTo(0x8000);
        assertThat(frames.resolve("times.csv")).content().contains("000000.png,25,10,40,20,30,3,4,2,1,1,16,1");
        Spoken.by("data", "convert", recording, samples, "--records", "imu");
        assertThat(samples).content().contains("60,0.0,-1.0,0.0,0.0,0.0,0.0,0.0,0.0,0.0,25.0,1");
        Spoken.by("data", "convert", recording, triggers, "--records", "triggers");
        assertThat(triggers).content().contains("70,EXTERNAL_SIGNAL_RISING_EDGE,2,0,1");
    }

    @Test
    void viewShowsTheFrames() throws IOException {
        Path sheet = folder.resolve("frames.png");

        JsonNode answer = Spoken.by("data", "view", recording, sheet, "--frames", "--json")
                .json();

        assertThat(answer.get("frames").asInt()).isEqualTo(1);
        assertThat(ImageIO.read(sheet.toFile()).getWidth()).isEqualTo(192);
        assertThat(ImageIO.read(sheet.toFile()).getRGB(0, 0) & 0xffffff).isEqualTo(0x808080);
    }

    /** A packet of one element of 32-bit words. */
    private static byte[] packet(int type, int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(28 + 4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) type)
                .putShort((short) 1)
                .putInt(4 * words.length)
                .putInt(4)
                .putInt(0);
        bytes.putInt(1).putInt(1).putInt(1);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }
}
