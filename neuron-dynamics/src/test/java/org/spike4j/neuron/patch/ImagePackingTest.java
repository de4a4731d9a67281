package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.SpikeKernels;

class ImagePackingTest {
    private static final int IMAGES = 3;

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest(name = "{0} channels, {1}x{2}, padding {3}x{4}")
    @CsvSource({"1, 1, 1, 0, 0", "2, 5, 7, 1, 1", "3, 4, 70, 0, 2", "64, 3, 5, 1, 1", "65, 2, 1, 2, 3", "7, 1, 13, 0, 0"
    })
    void bitsAreTheElementsInEveryOrderOfMemory(int channels, int height, int width, int padY, int padX) {
        PatchShape shape = new PatchShape(channels, height, width, 1, 1, 1, 1, padY, padX, 16);
        INDArray spikes = PatchTensors.spikes(shape, IMAGES, 0.3, 1).muli(2.5);
        spikes.putScalar(new int[] {0, channels - 1, height - 1, width - 1}, 2.5);
        for (INDArray images :
                new INDArray[] {spikes, PatchTensors.channelsLast(spikes), PatchTensors.spaced(spikes)}) {
            BinaryImages bits = new BinaryImages(shape, IMAGES);
            assertThat(ImagePacking.pack(images, bits)).isTrue();
            assertThat(bits.amplitude()).isEqualTo(2.5f);
            assertThat(bits.density() * images.length())
                    .isEqualTo(spikes.sumNumber().doubleValue() / 2.5);
            for (int image = 0; image < IMAGES; image++) {
                for (int y = 0; y < height; y++) {
                    checkRow(shape, images, bits, image, y);
                }
            }
        }
    }

    private static void checkRow(PatchShape shape, INDArray images, BinaryImages bits, int image, int y) {
        int channels = shape.channels();
        for (int bit = 0; bit < (shape.width() + 2 * shape.padX()) * channels; bit++) {
            int x = bit / channels - shape.padX();
            boolean inside = x >= 0 && x < shape.width();
            double expected = inside ? images.getDouble(image, bit % channels, y, x) / 2.5 : 0;
            long found = BinaryImages.window(bits.words, bits.row(image, y), bit) & 1;
            assertThat((double) found).isEqualTo(expected);
        }
    }

    @Test
    void zerosOfBothSignsAreZeros() {
        assertThat(packed(0, -0f, 1, -0f)).isTrue();
        assertThat(packed(-0f, -0f, -0f, 0)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {2, -1, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE})
    void otherValuesAreNotSpikes(float value) {
        assertThat(packed(0, 1, value, 1)).isFalse();
        assertThat(packed(value, 0, 1, 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void whatIsNotFiniteIsNoAmplitude(float value) {
        assertThat(packed(value, 0, value, 0)).isFalse();
    }

    private static boolean packed(float... values) {
        PatchShape shape = new PatchShape(1, 2, 2, 1, 1, 1, 1, 0, 0, 16);
        return ImagePacking.pack(Nd4j.create(values, new long[] {1, 1, 2, 2}), new BinaryImages(shape, 1));
    }

    @Test
    void packingAgainForgetsWhatWasThere() {
        PatchShape shape = new PatchShape(3, 4, 5, 1, 1, 1, 1, 1, 1, 16);
        BinaryImages bits = new BinaryImages(shape, IMAGES);
        ImagePacking.pack(PatchTensors.spikes(shape, IMAGES, 1, 1).muli(3), bits);
        assertThat(ImagePacking.pack(PatchTensors.spikes(shape, IMAGES, 0, 1), bits))
                .isTrue();
        assertThat(bits.words).containsOnly(0);
        assertThat(bits.density()).isZero();
        assertThat(bits.amplitude()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} rows of {1}")
    @CsvSource({"1, 1", "5, 3", "7, 64", "13, 99"})
    void rowsThatAreMissingInTheLastImageAreZeros(int rows, int inputs) {
        int perImage = 4;
        PatchShape shape = PatchShape.dense(perImage, inputs, 16);
        INDArray matrix = Nd4j.ones(DataType.FLOAT, rows, inputs);
        int images = (rows + perImage - 1) / perImage;
        BinaryImages bits = new BinaryImages(shape, images);
        assertThat(ImagePacking.packRows(matrix, bits)).isTrue();
        for (int k = 0; k < images * perImage * inputs; k++) {
            long found =
                    BinaryImages.window(bits.words, bits.row(k / inputs / perImage, 0), k % (perImage * inputs)) & 1;
            assertThat(found).isEqualTo(k / inputs < rows ? 1 : 0);
        }
    }

    @Test
    void imagesOfAnotherShapeOrTypeAreRefused() {
        PatchShape shape = new PatchShape(3, 4, 5, 1, 1, 1, 1, 0, 0, 16);
        BinaryImages bits = new BinaryImages(shape, 2);
        assertThatThrownBy(() -> ImagePacking.pack(Nd4j.zeros(DataType.FLOAT, 2, 3, 4, 6), bits))
                .hasMessage("images must be FLOAT [2, 3, 4, 5], was FLOAT [2, 3, 4, 6]");
        assertThatThrownBy(() -> ImagePacking.pack(Nd4j.zeros(DataType.DOUBLE, 2, 3, 4, 5), bits))
                .hasMessage("images must be FLOAT [2, 3, 4, 5], was DOUBLE [2, 3, 4, 5]");
    }
}
