package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class LinearAttentionTest {
    private static final double SCALE = 0.125;

    private static double[] random(long seed, int length) {
        return new SplittableRandom(seed)
                .doubles(length, -1, 1)
                .map(x -> x < -0.5 ? 0 : x)
                .toArray();
    }

    /** Y[i, l] = scale sum over tokens m of (Q[:, l] . K[:, m]) V[i, m], the attention of each token to all others. */
    private static double[] byTokens(double[] blocks, int rows, int channels, int heads, int tokens) {
        double[] y = new double[rows * channels * tokens];
        int width = channels / heads;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < channels; c++) {
                int head = c / width * width;
                for (int l = 0; l < tokens; l++) {
                    for (int m = 0; m < tokens; m++) {
                        double attention = 0;
                        for (int j = head; j < head + width; j++) {
                            attention += blocks[(r * 3 * channels + j) * tokens + l]
                                    * blocks[(r * 3 * channels + channels + j) * tokens + m];
                        }
                        y[(r * channels + c) * tokens + l] +=
                                SCALE * attention * blocks[(r * 3 * channels + 2 * channels + c) * tokens + m];
                    }
                }
            }
        }
        return y;
    }

    private static double[] forward(double[] blocks, DataType type, int rows, int channels, int heads, int tokens) {
        INDArray array = Nd4j.createFromArray(blocks).castTo(type).reshape('c', rows, 3L * channels, tokens);
        INDArray y = Nd4j.create(type, rows, channels, tokens);
        new LinearAttention(array, heads, SCALE).forward(y);
        return y.castTo(DataType.DOUBLE).reshape(y.length()).toDoubleVector();
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE,1,1,1,1", "DOUBLE,3,6,2,5", "FLOAT,3,6,3,13", "DOUBLE,2,15,5,7"})
    void equalsTheSumOverTokens(DataType type, int rows, int channels, int heads, int tokens) {
        double[] blocks = random(1, rows * 3 * channels * tokens);
        assertThat(forward(blocks, type, rows, channels, heads, tokens))
                .containsExactly(
                        byTokens(blocks, rows, channels, heads, tokens),
                        within(type == DataType.FLOAT ? 1e-6 * tokens : 1e-13));
    }

    @Test
    void gradientEqualsFiniteDifference() {
        double[] blocks = random(2, 2 * 3 * 4 * 5);
        double[] upstream = random(3, 2 * 4 * 5);
        INDArray array = Nd4j.createFromArray(blocks).reshape('c', 2, 12, 5);
        INDArray gradient = Nd4j.create(DataType.DOUBLE, 2, 12, 5);
        new LinearAttention(array, 2, SCALE)
                .backward(Nd4j.createFromArray(upstream).reshape('c', 2, 4, 5), gradient);
        double[] actual = gradient.reshape(gradient.length()).toDoubleVector();
        double step = 1e-5;
        for (int k = 0; k < blocks.length; k++) {
            double kept = blocks[k];
            blocks[k] = kept + step;
            double above = product(upstream, byTokens(blocks, 2, 4, 2, 5));
            blocks[k] = kept - step;
            double below = product(upstream, byTokens(blocks, 2, 4, 2, 5));
            blocks[k] = kept;
            assertThat(actual[k]).isCloseTo((above - below) / (2 * step), within(1e-9));
        }
    }

    @Test
    void headsThatDoNotDivideTheChannelsAreNamed() {
        assertThatThrownBy(() -> new LinearAttention(Nd4j.zeros(2, 12, 5), 3, SCALE))
                .hasMessageContaining("a multiple of the 3 heads");
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
