package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.kernel.Garbage;

/** Product and pooling of one image, against their definitions in double. */
class ImageProductTest {
    private static final double FLOAT_EPS = 1.2e-7;

    static Stream<PatchShape> shapes() {
        return Stream.of(
                new PatchShape(1, 1, 1, 1, 1, 1, 1, 0, 0, 1),
                new PatchShape(2, 7, 9, 3, 3, 1, 1, 1, 1, 16),
                new PatchShape(2, 6, 23, 2, 5, 2, 3, 0, 2, 7),
                new PatchShape(3, 5, 4, 3, 2, 1, 1, 2, 1, 33),
                new PatchShape(5, 4, 3, 4, 3, 1, 1, 0, 0, 11), // one output
                new PatchShape(17, 6, 5, 5, 4, 2, 1, 2, 3, 48),
                new PatchShape(3, 6, 7, 3, 3, 1, 2, 1, 1, 20),
                PatchShape.dense(1, 99, 11));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void equalsTheSumOverThePatch(PatchShape shape) {
        SplittableRandom random = new SplittableRandom(shape.hashCode());
        float[] weights = random(random, shape.outputs() * shape.patch(), 1);
        for (double density : new double[] {0, 0.1, 1}) {
            float[] image = random(random, shape.height() * shape.width() * shape.channels(), density);
            ImageProduct product = new ImageProduct(shape, weights);
            assertThat(product.inputs()).isEqualTo(image.length);
            float[] currents = random(random, product.outputs() + 1, 1); // what was there is overwritten
            float behind = currents[product.outputs()];
            product.currents(image, currents);
            assertThat(currents[product.outputs()]).isEqualTo(behind);
            double[] expected = definition(shape, weights, image);
            for (int k = 0; k < expected.length; k++) {
                assertThat((double) currents[k]).isCloseTo(expected[k], offset(FLOAT_EPS * 4 * shape.patch()));
            }
            float[] plain = new float[currents.length];
            new ImageProduct(shape, weights, new PlainRowArithmetic()).currents(image, plain);
            plain[product.outputs()] = behind;
            assertThat(currents).as("vectors and plain Java").isEqualTo(plain);
        }
    }

    @Test
    void weightsOfAnotherSizeAreRefused() {
        assertThatThrownBy(() -> new ImageProduct(PatchShape.dense(1, 3, 4), new float[13]))
                .hasMessage("weights must be 4 outputs * 3 inputs of a patch, were 13");
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void poolingEqualsItsDefinition(PatchShape shape) {
        SplittableRandom random = new SplittableRandom(3);
        int channels = shape.outputs();
        float[] image = random(random, shape.height() * shape.width() * channels, 0.8);
        for (int size = 1; size <= Math.min(shape.height(), shape.width()); size++) {
            for (boolean maximum : new boolean[] {true, false}) {
                ImagePool pool = new ImagePool(shape.height(), shape.width(), channels, size, maximum);
                float[] pooled = new float[pool.outputs()];
                pool.pool(image, pooled);
                int columns = shape.width() / size;
                assertThat(pooled).hasSize(shape.height() / size * columns * channels);
                for (int k = 0; k < pooled.length; k++) {
                    int window = k / channels;
                    int corner = window / columns * size * shape.width() + window % columns * size;
                    double expected = window(image, corner, shape.width(), channels, k % channels, size, maximum);
                    assertThat((double) pooled[k]).isCloseTo(expected, offset(FLOAT_EPS * size * size));
                }
                float[] plain = new float[pooled.length];
                new ImagePool(shape.height(), shape.width(), channels, size, maximum, new PlainRowArithmetic())
                        .pool(image, plain);
                assertThat(pooled).as("vectors and plain Java").isEqualTo(plain);
            }
        }
    }

    @Test
    void leavesNoGarbage() {
        SplittableRandom random = new SplittableRandom(5);
        PatchShape shape = new PatchShape(2, 9, 8, 3, 3, 1, 1, 1, 1, 37);
        ImageProduct product = new ImageProduct(shape, random(random, shape.outputs() * shape.patch(), 1));
        ImagePool maximum = new ImagePool(9, 8, 37, 2, true);
        ImagePool mean = new ImagePool(9, 8, 37, 2, false);
        float[] image = random(random, product.inputs(), 0.3);
        float[] currents = new float[product.outputs()];
        float[] pooled = new float[maximum.outputs()];
        long bytes = Garbage.afterWarmup(2000, 100, () -> {
            product.currents(image, currents);
            maximum.pool(currents, pooled);
            mean.pool(currents, pooled);
        });
        assertThat(bytes).isZero();
    }

    private static double window(
            float[] image, int corner, int width, int channels, int channel, int size, boolean maximum) {
        double sum = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double value = image[(corner + y * width + x) * channels + channel];
                sum += value;
                largest = Math.max(largest, value);
            }
        }
        return maximum ? largest : sum / (size * size);
    }

    private static double[] definition(PatchShape shape, float[] weights, float[] image) {
        double[] currents = new double[shape.outHeight() * shape.outWidth() * shape.outputs()];
        for (int k = 0; k < currents.length; k++) {
            int output = k % shape.outputs();
            int y = k / shape.outputs() / shape.outWidth() * shape.strideY() - shape.padY();
            int x = k / shape.outputs() % shape.outWidth() * shape.strideX() - shape.padX();
            for (int w = 0; w < shape.patch(); w++) {
                int row = y + w / shape.kernelWidth() % shape.kernelHeight();
                int column = x + w % shape.kernelWidth();
                int channel = w / shape.kernelWidth() / shape.kernelHeight();
                if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
                    double value = image[(row * shape.width() + column) * shape.channels() + channel];
                    currents[k] += value * weights[output * shape.patch() + w];
                }
            }
        }
        return currents;
    }

    private static float[] random(SplittableRandom random, int length, double density) {
        float[] values = new float[length];
        for (int k = 0; k < length; k++) {
            values[k] = random.nextDouble() < density ? (float) random.nextDouble(-1, 1) : 0;
        }
        return values;
    }
}
