package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spike4j.datasets.format.EventFileException;
import org.spike4j.datasets.format.numpy.NumberArray;
import org.spike4j.datasets.gesture.ListFileException;

class LunaPatchesTest {
    private static final byte[] PATCH = new byte[2 * 4 * 4];

    @TempDir
    private Path folder;

    @Test
    void labelAndSeriesAreThoseOfTheNameAndCopiesStayTogether() throws IOException {
        for (int copy = 0; copy < 4; copy++) {
            bytes("train/1_1.3.6.1_0_aug" + copy + ".npy");
            bytes("train/0_1.3.6.2_17_aug" + copy + ".npy");
        }
        bytes("test/1_1.3.6.3_2.npy");
        LunaPatches patches = LunaPatches.open(folder, 2, 4, 0.5, 1);

        assertThat(patches.samples(Split.TRAIN)).hasSize(4);
        assertThat(patches.samples(Split.VALIDATION)).hasSize(4);
        assertThat(patches.samples(Split.VALIDATION).stream().map(TensorSample::group))
                .containsOnly(patches.samples(Split.VALIDATION).get(0).group());
        TensorSample sample = patches.samples(Split.TEST).get(0);
        assertThat(sample.label()).isEqualTo(1);
        assertThat(sample.group()).isEqualTo("1.3.6.3");
    }

    @Test
    void bytesAreGreyValuesInTheOrderOfTheSlices() throws IOException {
        byte[] patch = PATCH.clone();
        patch[0] = (byte) 255;
        patch[16 + 1] = 51;
        bytes("train/1_a_0.npy");
        Files.createDirectories(folder.resolve("test"));
        NumberArray.writeBytes(folder.resolve("test/1_b_0.npy"), List.of(2, 4, 4), patch);
        float[] values = LunaPatches.open(folder, 2, 4, 0, 1)
                .samples(Split.TEST)
                .get(0)
                .source()
                .read();

        assertThat(values[0]).isEqualTo(1);
        assertThat(values[17]).isEqualTo(0.2f, within(1e-6f));
        assertThat(values[1]).isZero();
    }

    /** Slices of 2 x 2 numbers 0 to 3 and 4 to 7: the eight ways are those of the square, alike for both slices. */
    @Test
    void changesToTrainWithTurnAndMirrorAllSlicesAlike() throws IOException {
        float[] patch = {0, 1, 2, 3, 4, 5, 6, 7};
        PatchSource source = new PatchSource(SampleShape.frames(2, 1, 2, 2), () -> patch);
        Set<List<Float>> seen = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            float[] changed = source.readChanged(new SplittableRandom(seed));
            seen.add(List.of(changed[0], changed[1], changed[2], changed[3]));
            for (int i = 0; i < 4; i++) {
                assertThat(changed[4 + i]).isEqualTo(changed[i] + 4);
            }
        }
        assertThat(seen).hasSize(8).contains(List.of(0f, 1f, 2f, 3f), List.of(1f, 3f, 0f, 2f), List.of(0f, 2f, 1f, 3f));
        assertThat(source.read()).isSameAs(patch);
    }

    /** -1200 is 0, 600 is 1, -300 is one half. */
    @Test
    void wholeNumbersAreHounsfieldUnitsAndFloatsStayAsTheyAre() throws IOException {
        bytes("train/1_a_0.npy");
        numbers("test/0_b_0.npy", "<i2", 2, -2000, -1200, -300, 600, 3000);
        numbers("test/0_c_0.npy", "<f4", 4, Float.floatToIntBits(0.25f), Float.floatToIntBits(-3f));
        List<TensorSample> test = LunaPatches.open(folder, 2, 4, 0, 1).samples(Split.TEST);

        assertThat(test.get(0).source().read()).startsWith(0, 0, 0.5f, 1, 1);
        assertThat(test.get(1).source().read()).startsWith(0.25f, -3);
    }

    @Test
    void wrongFilesAreNamedWithWhatIsWanted() throws IOException {
        assertThatThrownBy(() -> LunaPatches.open(folder, 2, 4, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("train");
        bytes("train/1_a_0.npy");
        bytes("test/2_a_0.npy");
        assertThatThrownBy(() -> LunaPatches.open(folder, 2, 4, 0, 1))
                .isInstanceOf(ListFileException.class)
                .hasMessageContaining("label 0 or 1");
        Files.delete(folder.resolve("test/2_a_0.npy"));
        bytes("test/1_a_0.npy");
        TensorSample sample =
                LunaPatches.open(folder, 4, 4, 0, 1).samples(Split.TEST).get(0);
        assertThatThrownBy(() -> sample.source().read())
                .isInstanceOf(EventFileException.class)
                .hasMessageContaining("[4, 4, 4]")
                .hasMessageContaining("[2, 4, 4]");
    }

    @Test
    void aFileThatIsCutOffOrNoArrayIsRefused() throws IOException {
        bytes("train/1_a_0.npy");
        Path whole = folder.resolve("train/1_a_0.npy");
        byte[] content = Files.readAllBytes(whole);
        Files.createDirectories(folder.resolve("test"));
        Files.write(folder.resolve("test/1_a_0.npy"), Arrays.copyOf(content, content.length - 1));
        Files.writeString(folder.resolve("test/1_b_0.npy"), "no array");
        for (TensorSample sample : LunaPatches.open(folder, 2, 4, 0, 1).samples(Split.TEST)) {
            assertThatThrownBy(() -> sample.source().read()).isInstanceOf(EventFileException.class);
        }
    }

    private void bytes(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        NumberArray.writeBytes(file, List.of(2, 4, 4), PATCH);
    }

    /** A file whose first numbers are these, the others 0. */
    private void numbers(String name, String type, int size, int... first) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (2, 4, 4), }\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + text.length() + 32 * size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("\u0093NUMPY".getBytes(StandardCharsets.ISO_8859_1))
                .put((byte) 1)
                .put((byte) 0);
        bytes.putShort((short) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
        for (int value : first) {
            if (size == 2) {
                bytes.putShort((short) value);
            } else {
                bytes.putInt(value);
            }
        }
        Files.write(file, bytes.array());
    }
}
