package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spike4j.neuron.kernel.SpikeKernels;

/** Pooling and its gradient against their definition; of equal maxima the first takes the gradient. */
class WindowPoolTest {
    private static final double FLOAT_EPS = 1.2e-7;
    private static final int AT = 5; // where the pieces begin

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest(name = "{0}x{1}, windows of {2}, {3} vectors of channels, {4} levels")
    @CsvSource({
        "1, 1, 1, 1, 2",
        "4, 6, 2, 1, 2",
        "5, 7, 2, 3, 2",
        "7, 5, 3, 2, 3",
        "1, 4, 2, 1, 2",
        "9, 9, 4, 1, 1000",
        "3, 3, 3, 5, 1"
    })
    void equalsItsDefinition(int rows, int columns, int size, int vectors, int levels) {
        int channels = vectors * VectorRows.LANES;
        SplittableRandom random = new SplittableRandom(1);
        PatchSpan span = new PatchSpan(0, 0, rows, 0, columns);
        for (boolean maximum : new boolean[] {true, false}) {
            WindowPool pool = new WindowPool(size, maximum, channels);
            PatchSpan windows = pool.windows(span);
            assertThat(windows.rows()).isEqualTo(rows / size);
            assertThat(windows.columns()).isEqualTo(columns / size);
            float[] in = random(random, rows * columns * channels, levels);
            float[] gradient = random(random, windows.outputs() * channels, 1000);
            float[] out = random(random, windows.outputs() * channels, 1000);
            float[] onInput = random(random, rows * columns * channels, 1000); // what was there is overwritten
            double[] expected = new double[in.length];
            pool.forward(span, in, AT, out, AT);
            for (int w = 0; w < windows.outputs(); w++) {
                for (int c = 0; c < channels; c++) {
                    int at = AT + w * channels + c;
                    int corner = (w / windows.columns() * size * columns + w % windows.columns() * size) * channels + c;
                    double pooled =
                            pool(in, corner, columns * channels, channels, size, maximum, gradient[at], expected);
                    assertThat((double) out[at]).isCloseTo(pooled, offset(FLOAT_EPS * size * size));
                }
            }
            pool.backward(span, in, AT, gradient, AT, onInput, AT);
            for (int k = AT; k < in.length; k++) {
                assertThat((double) onInput[k]).isCloseTo(expected[k], offset(FLOAT_EPS));
            }
        }
    }

    /** Pools one window whose corner is an element behind AT, and spreads its gradient. */
    private static double pool(
            float[] in, int corner, int row, int pixel, int size, boolean maximum, float gradient, double[] spread) {
        double sum = 0;
        int first = AT + corner;
        for (int k = 0; k < size * size; k++) {
            int at = AT + corner + k / size * row + k % size * pixel;
            sum += in[at];
            first = in[at] > in[first] ? at : first;
            if (!maximum) {
                spread[at] = gradient / (size * size);
            }
        }
        if (maximum) {
            spread[first] = gradient;
        }
        return maximum ? in[first] : sum / (size * size);
    }

    private static float[] random(SplittableRandom random, int count, int levels) {
        float[] values = new float[AT + count];
        for (int k = AT; k < values.length; k++) {
            values[k] = random.nextInt(levels) / (float) levels;
        }
        return values;
    }
}
