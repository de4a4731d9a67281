package org.spike4j.datasets.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.datasets.SharedData;

class MnistTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void imagesAndLabelsAreReadPackedOrNot(boolean packed) throws IOException {
        write("train", 20, packed);
        write("t10k", 10, packed);

        Mnist data = Mnist.open(folder, 0.5, 3);

        assertThat(data.samples(Split.TRAIN).size()).isEqualTo(10);
        assertThat(data.samples(Split.VALIDATION).size()).isEqualTo(10);
        ImageSamples test = data.samples(Split.TEST);
        assertThat(test.imageSize()).isEqualTo(6);
        float[] image = new float[8];
        test.copyInto(4, image, 1);
        assertThat(image).containsExactly(0, 24 / 255f, 25 / 255f, 26 / 255f, 27 / 255f, 28 / 255f, 29 / 255f, 0);
        assertThat(test.label(4)).isEqualTo(4);
        int[] seen = new int[10];
        for (Split split : new Split[] {Split.TRAIN, Split.VALIDATION}) {
            for (int i = 0; i < 10; i++) {
                seen[data.samples(split).label(i)]++;
            }
        }
        assertThat(seen).containsOnly(2);
    }

    @Test
    void fashionMnistHasTheSameFilesAndOtherNames() throws IOException {
        write("train", 20, true);
        write("t10k", 10, true);

        Mnist data = Mnist.openFashion(folder, 0, 0);

        assertThat(data.name()).isEqualTo("Fashion-MNIST");
        assertThat(data.classNames()).hasSize(10).startsWith("T-shirt/top").endsWith("ankle boot");
        assertThat(data.samples(Split.TRAIN).size()).isEqualTo(20);
    }

    @Test
    void wrongMagicSizesAndLabelsAreOneErrorThatNamesTheFile() throws IOException {
        assertThatThrownBy(() -> Mnist.open(folder, 0, 0)).hasMessageContaining("train-labels-idx1-ubyte");
        write("train", 20, false);
        write("t10k", 10, false);
        Path images = folder.resolve("t10k-images-idx3-ubyte");
        byte[] good = Files.readAllBytes(images);

        byte[] magic = good.clone();
        magic[2] = 9;
        refused(images, magic, "wanted magic 0x00000803");
        refused(images, Arrays.copyOf(good, good.length - 1), "59 bytes");
        refused(images, Arrays.copyOf(good, good.length + 1), "the end of the file");
        refused(images, Arrays.copyOf(good, 10), "ends early");
        refused(images, new byte[0], "ends early");
        byte[] huge = good.clone();
        huge[4] = 0x7f;
        refused(images, huge, "at most");
        byte[] negative = good.clone();
        negative[4] = (byte) 0x80;
        refused(images, negative, "dimensions of 1 or more");
        Files.write(images, good);
        Path labels = folder.resolve("t10k-labels-idx1-ubyte");
        byte[] wrong = Files.readAllBytes(labels);
        wrong[8 + 3] = 10;
        refused(labels, wrong, "wanted a digit at byte 11");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedPackedFileIsNeverAnErrorOfAnotherKind(long seed) throws IOException {
        write("train", 20, true);
        write("t10k", 10, true);
        Path file = folder.resolve("train-images-idx3-ubyte.gz");
        byte[] good = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 300; i++) {
            byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int k = random.nextInt(3); k >= 0 && bad.length > 0; k--) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bad);
            try {
                Mnist.open(folder, 0, 0);
            } catch (IOException e) {
                assertThat(e.getMessage()).contains(folder.toString());
            }
        }
    }

    @Test
    void wholeRealSetHasItsKnownFirstLabelsAndSum() throws IOException {
        Mnist data = Mnist.open(SharedData.require("mnist"), 0.1, 0);

        assertThat(data.samples(Split.TRAIN).size()
                        + data.samples(Split.VALIDATION).size())
                .isEqualTo(60_000);
        ImageSamples test = data.samples(Split.TEST);
        assertThat(test.size()).isEqualTo(10_000);
        int[] first = new int[10];
        Arrays.setAll(first, test::label);
        assertThat(first).containsExactly(7, 2, 1, 0, 4, 1, 4, 9, 5, 9);
        double sum = 0;
        float[] image = new float[784];
        for (int i = 0; i < test.size(); i++) {
            test.copyInto(i, image, 0);
            for (float value : image) {
                sum += Math.round(value * 255);
            }
        }
        assertThat(sum).isEqualTo(264_923_200);
    }

    private void refused(Path file, byte[] content, String complaint) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Files.write(file, content);
        assertThatThrownBy(() -> Mnist.open(folder, 0, 0))
                .isInstanceOf(IdxException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(complaint);
        Files.write(file, before);
    }

    /** Images of 2 x 3 pixels that count upwards, labels 0 to 9 in turns. */
    private void write(String name, int count, boolean packed) throws IOException {
        ByteBuffer images = ByteBuffer.allocate(16 + count * 6);
        images.putInt(0x803).putInt(count).putInt(2).putInt(3);
        ByteBuffer labels = ByteBuffer.allocate(8 + count);
        labels.putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            labels.put((byte) (i % 10));
            for (int k = 0; k < 6; k++) {
                images.put((byte) (i * 6 + k));
            }
        }
        write(name + "-images-idx3-ubyte", images.array(), packed);
        write(name + "-labels-idx1-ubyte", labels.array(), packed);
    }

    private void write(String name, byte[] bytes, boolean packed) throws IOException {
        if (!packed) {
            Files.write(folder.resolve(name), bytes);
            return;
        }
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(buffer)) {
            gzip.write(bytes);
        }
        Files.write(folder.resolve(name + ".gz"), buffer.toByteArray());
    }
}
