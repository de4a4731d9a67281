package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.SpikeKernels;

class WeightOrderTest {

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest(name = "{0} channels, kernel {1}x{2}, {3} outputs")
    @CsvSource({"1, 1, 1, 16", "2, 3, 3, 64", "3, 2, 5, 80", "17, 4, 1, 144"})
    void kernelsAreReadByPatchAndWrittenBack(int channels, int high, int wide, int outputs) {
        PatchShape shape = new PatchShape(channels, 9, 9, high, wide, 1, 1, 0, 0, outputs);
        INDArray tensor = Nd4j.randn(DataType.FLOAT, outputs, channels, high, wide);
        PatchWeights weights = PatchWeights.zeros(1, shape.patch(), outputs)[0];
        new WeightOrder(shape, tensor).read(weights, 2);
        for (int k = 0; k < shape.patch(); k++) {
            int pixel = k / channels;
            for (int o = 0; o < outputs; o++) {
                assertThat(weights.values[weights.index(k, o)])
                        .isEqualTo(2 * tensor.getFloat(o, k % channels, pixel / wide, pixel % wide));
            }
        }
        INDArray back = tensor.ulike();
        new WeightOrder(shape, back).write(weights, 0.5f);
        assertThat(back).isEqualTo(tensor);
    }

    @Test
    void denseWeightsAreReadByInputAndWrittenBack() {
        INDArray tensor = Nd4j.randn(DataType.FLOAT, 7, 80).dup('f');
        PatchShape shape = PatchShape.dense(3, 7, 80);
        PatchWeights weights = PatchWeights.zeros(1, 7, 80)[0];
        new WeightOrder(shape, tensor).read(weights, 1);
        for (int k = 0; k < 7; k++) {
            for (int o = 0; o < 80; o++) {
                assertThat(weights.values[weights.index(k, o)]).isEqualTo(tensor.getFloat(k, o));
            }
        }
        INDArray back = Nd4j.zeros(DataType.FLOAT, 7, 80).dup('f');
        new WeightOrder(shape, back).write(weights, 1);
        assertThat(back).isEqualTo(tensor);
    }

    @Test
    void weightsThatDoNotLieSideBySideAreRefused() {
        assertThatThrownBy(() -> new WeightOrder(PatchShape.dense(3, 7, 80), Nd4j.zeros(DataType.FLOAT, 7, 80)))
                .hasMessageContaining("weights of one output must lie side by side");
    }
}
