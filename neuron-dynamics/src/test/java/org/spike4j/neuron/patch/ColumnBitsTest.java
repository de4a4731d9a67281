package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.SpikeKernels;

class ColumnBitsTest {

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest(name = "{0} channels, {1}x{2}, kernel {3}x{4}, stride {5}, padding {6}x{7}")
    @CsvSource({
        "1, 1, 1, 1, 1, 1, 0, 0",
        "2, 5, 7, 3, 3, 1, 1, 1",
        "3, 6, 70, 2, 5, 2, 0, 2",
        "65, 4, 3, 3, 2, 1, 2, 1",
        "5, 3, 131, 3, 3, 3, 2, 2"
    })
    void aWordShowsAnInputToNeighbouringOutputs(
            int channels, int height, int width, int high, int wide, int stride, int padY, int padX) {
        PatchShape shape = new PatchShape(channels, height, width, high, wide, stride, 1, padY, padX, 16);
        INDArray spikes = PatchTensors.spikes(shape, 2, 0.4, 3);
        BinaryImages bits = new BinaryImages(shape, 2);
        ImagePacking.pack(spikes, bits);
        ColumnBits columns = new ColumnBits(shape, bits);
        for (int image = 0; image < 2; image++) {
            for (int y = 0; y < shape.outHeight(); y++) {
                columns.read(image, y, 1);
                for (int k = 0; k < shape.patch(); k++) {
                    int pixel = k / channels;
                    long shown = columns.shown(y, 0, pixel / wide, pixel % wide, k % channels);
                    for (int x = 0; x < Math.min(Long.SIZE, shape.outWidth()); x++) {
                        assertThat((double) (shown >>> x & 1))
                                .isEqualTo(PatchTensors.input(shape, spikes, image, y, x, k));
                    }
                }
            }
        }
    }

    @Test
    void imagesThatArePackedAgainAreReadAgain() {
        PatchShape shape = new PatchShape(2, 5, 7, 3, 3, 1, 1, 1, 1, 16);
        BinaryImages bits = new BinaryImages(shape, 1);
        ColumnBits columns = new ColumnBits(shape, bits);
        ImagePacking.pack(PatchTensors.spikes(shape, 1, 1, 1), bits);
        columns.read(0, 0, 5);
        assertThat(columns.shown(1, 0, 1, 1, 0)).isEqualTo(0b1111111);
        ImagePacking.pack(PatchTensors.spikes(shape, 1, 0, 1), bits);
        columns.read(0, 0, 5);
        assertThat(columns.shown(1, 0, 1, 1, 0)).isZero();
    }
}
