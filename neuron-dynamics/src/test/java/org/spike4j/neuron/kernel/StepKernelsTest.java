package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Against plain loops, over odd sizes, with channels that are cut into several tiles. */
class StepKernelsTest {
    private static final double FLOAT_ROUNDING = 1e-6;

    private static INDArray random(DataType type, long seed, long... shape) {
        int length = 1;
        for (long size : shape) {
            length *= (int) size;
        }
        double[] values = new SplittableRandom(seed).doubles(length, -1, 2).toArray();
        return Nd4j.createFromArray(values).castTo(type).reshape('c', shape);
    }

    private static List<AffineInput> maps(int steps, int channels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, steps)
                .mapToObj(t -> new AffineInput(
                        random.doubles(channels).toArray(),
                        random.doubles(channels).toArray()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "DOUBLE,1,1,1,1",
        "DOUBLE,3,5,7,1",
        "FLOAT,3,5,7,1",
        "DOUBLE,2,3,1301,1",
        "FLOAT,2,3,5,207",
        "DOUBLE,2,1,3,1025"
    })
    void equalsPlainLoops(DataType type, int steps, int samples, int channels, int inner) {
        INDArray x = random(type, 1, (long) steps * samples, channels, inner);
        INDArray gradient = random(type, 2, (long) steps * samples, channels, inner);
        List<AffineInput> maps = maps(steps, channels, 3);
        List<AffineInput> corrections = maps(steps, channels, 4);
        INDArray y = Nd4j.create(type, x.shape());
        INDArray pulled = Nd4j.create(type, x.shape());
        StepKernels.apply(x, maps, y);
        StepKernels.pullBack(gradient, maps, x, corrections, pulled);
        List<ChannelMoments> moments = StepKernels.moments(x, steps);
        List<AffineInput> sums = StepKernels.mapGradients(gradient, x, steps);
        double rounding = type == DataType.FLOAT ? FLOAT_ROUNDING : 1e-14;
        double[] xs = values(x);
        double[] gs = values(gradient);
        double[] ys = values(y);
        double[] ps = values(pulled);
        int count = samples * inner;
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                double squares = 0;
                double products = 0;
                double upstream = 0;
                double scale = maps.get(t).scale()[c];
                for (int n = 0; n < samples; n++) {
                    for (int k = 0; k < inner; k++) {
                        int at = ((t * samples + n) * channels + c) * inner + k;
                        sum += xs[at];
                        squares += xs[at] * xs[at];
                        products += xs[at] * gs[at];
                        upstream += gs[at];
                        assertThat(ys[at])
                                .isCloseTo(scale * xs[at] + maps.get(t).shift()[c], within(4 * rounding));
                        double expected = scale * gs[at]
                                + corrections.get(t).scale()[c] * xs[at]
                                + corrections.get(t).shift()[c];
                        assertThat(ps[at]).isCloseTo(expected, within(8 * rounding));
                    }
                }
                double mean = sum / count;
                assertThat(moments.get(t).mean()[c]).isCloseTo(mean, within(1e-12));
                assertThat(moments.get(t).variance()[c]).isCloseTo(squares / count - mean * mean, within(1e-12));
                assertThat(moments.get(t).count()).isEqualTo(count);
                assertThat(sums.get(t).scale()[c]).isCloseTo(products, within(1e-14 * 8 * count));
                assertThat(sums.get(t).shift()[c]).isCloseTo(upstream, within(1e-14 * 8 * count));
            }
        }
    }

    @Test
    void theVarianceOfLargeValuesIsNotLost() {
        INDArray x = Nd4j.createFromArray(1e8, 1e8 + 1, 1e8 + 2, 1e8 + 3).reshape('c', 4, 1);
        assertThat(StepKernels.moments(x, 1).get(0).variance()[0]).isCloseTo(1.25, within(1e-9));
    }

    @Test
    void wrongTensorsAreNamed() {
        INDArray x = random(DataType.DOUBLE, 1, 6, 2);
        assertThatThrownBy(() -> StepKernels.moments(x, 4)).hasMessageContaining("a sequence of 4 steps");
        assertThatThrownBy(() -> StepKernels.moments(x.dup('f'), 3)).hasMessageContaining("x must be dense in c order");
        assertThatThrownBy(() -> StepKernels.mapGradients(random(DataType.FLOAT, 1, 6, 2), x, 3))
                .hasMessageContaining("gradient must match x");
    }

    private static double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).reshape(array.length()).toDoubleVector();
    }
}
