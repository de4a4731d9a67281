package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.synapse.DoubleExponential;

/** The walk over the units of a sequence; what happens to one unit is tested where it is defined. */
class SeriesKernelsTest {
    private static final SeriesMap MAP = DoubleExponential.withTausInSteps(4, 1);

    /** Steps, samples, channels, inner: below, at and above the size of a tile, and several parts. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "3, 2, 5, 1", "4, 1, 3, 7", "2, 4, 16, 1", "5, 13, 5, 1", "3, 3, 7, 67", "2, 5, 3, 401"})
    void everyUnitWalksAlone(int steps, int samples, int channels, int inner) {
        SplittableRandom random = new SplittableRandom(steps * 31L + inner);
        int slab = samples * channels * inner;
        SequenceShape shape = SequenceShape.of(steps, slab, channels, inner);
        double[][] constants = new double[channels][];
        for (int c = 0; c < channels; c++) {
            constants[c] = RandomArrays.uniform(random, 3, 1, 5);
        }
        double[] x = RandomArrays.normal(random, steps * slab);
        double[] from = RandomArrays.normal(random, 2 * slab);
        double[] upstream = RandomArrays.normal(random, steps * slab);
        INDArray output = Nd4j.create(DataType.DOUBLE, steps * slab);
        INDArray to = Nd4j.create(DataType.DOUBLE, 2 * slab);
        INDArray inputGradient = Nd4j.create(DataType.DOUBLE, steps * slab);
        INDArray input = Nd4j.createFromArray(x);
        INDArray initial = Nd4j.createFromArray(from);
        SeriesKernels.forward(MAP, constants, shape, new SeriesKernels.Forward(input, initial, output, to));
        double[][] gradients = SeriesKernels.backward(
                MAP,
                constants,
                shape,
                new SeriesKernels.Backward(input, initial, Nd4j.createFromArray(upstream), inputGradient));

        double[][] expected = new double[channels][3];
        for (int unit = 0; unit < slab; unit++) {
            double[] own = constants[unit / inner % channels];
            double[] series = column(x, unit, slab);
            double[] state = column(from, unit, slab);
            double[] result = new double[steps];
            MAP.forward(own, state, series, result);
            assertThat(column(output.toDoubleVector(), unit, slab)).containsExactly(result);
            assertThat(column(to.toDoubleVector(), unit, slab)).containsExactly(state);
            SeriesPass pass = new SeriesPass(
                    column(from, unit, slab), series, column(upstream, unit, slab), result, new double[2 * steps]);
            MAP.backward(own, pass, expected[unit / inner % channels]);
            assertThat(column(inputGradient.toDoubleVector(), unit, slab)).containsExactly(result);
        }
        for (int c = 0; c < channels; c++) {
            assertThat(gradients[c])
                    .usingComparatorWithPrecision(1e-13 * samples * inner * steps)
                    .containsExactly(expected[c]);
        }
    }

    private static double[] column(double[] rows, int unit, int slab) {
        double[] column = new double[rows.length / slab];
        for (int t = 0; t < column.length; t++) {
            column[t] = rows[t * slab + unit];
        }
        return column;
    }

    @Test
    void resultsDoNotDependOnThreads() {
        int threads = KernelThreads.count();
        SequenceShape shape = SequenceShape.of(3, 9000, 3, 1);
        INDArray input = Nd4j.createFromArray(RandomArrays.normal(new SplittableRandom(1), 27000));
        try {
            KernelThreads.use(1);
            double[][] one = gradients(shape, input);
            KernelThreads.use(5);
            assertThat(gradients(shape, input)).isDeepEqualTo(one);
        } finally {
            KernelThreads.use(threads);
        }
    }

    private static double[][] gradients(SequenceShape shape, INDArray input) {
        double[][] constants = {{3, 1, 1}, {4, 2, 1}, {5, 2, 1}};
        INDArray gradient = input.like();
        return SeriesKernels.backward(MAP, constants, shape, new SeriesKernels.Backward(input, null, input, gradient));
    }

    @Test
    void tensorsThatDoNotFitAreRefused() {
        SequenceShape shape = SequenceShape.of(2, 6, 3, 1);
        INDArray x = Nd4j.zeros(DataType.DOUBLE, 2, 2, 3);
        double[][] constants = {{3, 1, 1}, {4, 2, 1}, {5, 2, 1}};
        assertThatThrownBy(() -> forward(constants, shape, x.castTo(DataType.HALF), x))
                .hasMessageContaining("input must be FLOAT or DOUBLE");
        assertThatThrownBy(() -> forward(constants, shape, x, x.castTo(DataType.FLOAT)))
                .hasMessageContaining("output must hold 12 elements of DOUBLE");
        assertThatThrownBy(() -> forward(new double[3][2], shape, x, x))
                .hasMessageContaining("3 constants for each of 3");
    }

    private static void forward(double[][] constants, SequenceShape shape, INDArray x, INDArray y) {
        SeriesKernels.forward(MAP, constants, shape, new SeriesKernels.Forward(x, null, y, null));
    }
}
