package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.kernel.SpikeKernels;

/** Every way to multiply patches against the sum that defines it, in double. */
class PatchProductTest {
    private static final double FLOAT_EPS = 1.2e-7;
    private static final int IMAGES = 3;

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    static Stream<Arguments> shapes() {
        List<Arguments> all = new ArrayList<>();
        PatchShape[] shapes = {
            new PatchShape(2, 7, 9, 3, 3, 1, 1, 1, 1, 64),
            new PatchShape(2, 6, 70, 2, 5, 2, 3, 0, 2, 16),
            new PatchShape(3, 5, 4, 3, 2, 1, 1, 2, 1, 80),
            new PatchShape(64, 5, 33, 3, 3, 1, 1, 1, 1, 64),
            new PatchShape(17, 9, 8, 3, 3, 1, 1, 1, 1, 32),
            new PatchShape(21, 11, 11, 5, 4, 2, 1, 2, 3, 48),
            new PatchShape(33, 6, 7, 3, 3, 1, 2, 1, 1, 144),
            new PatchShape(130, 3, 2, 1, 1, 1, 1, 0, 0, 64),
            PatchShape.dense(61, 99, 96)
        };
        for (PatchShape shape : shapes) {
            for (double density : new double[] {0, 0.03, 0.4, 1}) {
                for (String kind : List.of("code", "table", "binary events", "value events")) {
                    if (shape.patch() <= CodePatches.LONGEST || !kind.equals("code")) {
                        all.add(Arguments.of(shape, density, kind));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest(name = "{2}, density {1}, {0}")
    @MethodSource("shapes")
    void equalsTheSumOverThePatch(PatchShape shape, double density, String kind) {
        Random random = new Random(7);
        float[][][] images = images(shape, density, kind.startsWith("value") ? 0 : 1, random);
        INDArray tensor = tensor(shape, images);
        BinaryImages bits = new BinaryImages(shape, IMAGES);
        assertThat(ImagePacking.pack(tensor, bits)).isEqualTo(!kind.startsWith("value") || density == 0);
        PatchProduct product = switch (kind) {
            case "code" -> codes(shape, bits);
            case "table" -> new TablePatches(shape, bits);
            case "binary events" -> new SparsePatches(shape, new BinaryEvents(shape, bits));
            default -> new SparsePatches(shape, new ValueImages(shape, tensor));
        };
        PatchWeights weights = PatchWeights.zeros(1, shape.patch(), shape.outputs())[0];
        for (int k = 0; k < shape.patch(); k++) {
            for (int o = 0; o < shape.outputs(); o++) {
                weights.values[weights.index(k, o)] = (float) random.nextGaussian();
            }
        }
        product.prepare(weights);
        PatchWeights sums = PatchWeights.zeros(1, product.sumRows(), shape.outputs())[0];
        double[][] expected = new double[shape.patch()][shape.outputs()];
        double tolerance = FLOAT_EPS * 4 * Math.max(shape.patch(), IMAGES * shape.outHeight() * shape.outWidth());
        for (PatchSpan span : spans(shape)) {
            for (int block = 0; block < weights.blocks(); block++) {
                checkSpan(shape, images, product, weights, span, block, sums, expected, random, tolerance);
            }
        }
        if (!hasGradient(shape, product)) {
            return;
        }
        PatchWeights gradient = product.gradient(sums);
        for (int k = 0; k < shape.patch(); k++) {
            for (int o = 0; o < shape.outputs(); o++) {
                assertThat((double) gradient.values[gradient.index(k, o)])
                        .isCloseTo(expected[k][o], offset(tolerance * 3));
            }
        }
    }

    private static CodePatches codes(PatchShape shape, BinaryImages bits) {
        CodePatches codes = new CodePatches(shape, bits);
        codes.read();
        return codes;
    }

    private static boolean hasGradient(PatchShape shape, PatchProduct product) {
        return shape.strideX() == 1 || !(product instanceof TablePatches);
    }

    private static void checkSpan(
            PatchShape shape,
            float[][][] images,
            PatchProduct product,
            PatchWeights weights,
            PatchSpan span,
            int block,
            PatchWeights sums,
            double[][] expected,
            Random random,
            double tolerance) {
        int width = weights.width(block);
        float[] current = AlignedFloats.of(span.outputs() * width);
        float[] gradient = AlignedFloats.of(span.outputs() * width);
        for (int k = 0; k < span.outputs() * width; k++) {
            gradient[AlignedFloats.START + k] = (float) random.nextGaussian();
        }
        product.currents(span, block, current, AlignedFloats.START, PatchScratch.ofThread());
        if (hasGradient(shape, product)) {
            product.addGradient(span, block, gradient, AlignedFloats.START, sums, PatchScratch.ofThread());
        }
        for (int p = 0; p < span.outputs(); p++) {
            double[] patch =
                    patch(shape, images[span.image()], span.y() + p / span.columns(), span.x() + p % span.columns());
            for (int o = 0; o < width; o++) {
                double sum = 0;
                int at = AlignedFloats.START + p * width + o;
                int output = block * PatchWeights.BLOCK + o;
                for (int k = 0; k < patch.length; k++) {
                    sum += patch[k] * weights.values[weights.index(k, output)];
                    expected[k][output] += patch[k] * gradient[at];
                }
                assertThat((double) current[at]).isCloseTo(sum, offset(tolerance));
            }
        }
    }

    /** Whole rows, several rows, and pieces of rows that together cover each output once. */
    private static List<PatchSpan> spans(PatchShape shape) {
        List<PatchSpan> spans = new ArrayList<>();
        int height = shape.outHeight();
        int width = shape.outWidth();
        spans.add(new PatchSpan(0, 0, height, 0, width));
        int half = width / 2;
        for (int y = 0; y < height; y++) {
            if (half > 0) {
                spans.add(new PatchSpan(1, y, 1, 0, half));
            }
            spans.add(new PatchSpan(1, y, 1, half, width - half));
        }
        int top = (height + 1) / 2;
        spans.add(new PatchSpan(2, 0, top, 0, width));
        if (height > top) {
            spans.add(new PatchSpan(2, top, height - top, 0, width));
        }
        return spans;
    }

    private static double[] patch(PatchShape shape, float[][] image, int y, int x) {
        double[] patch = new double[shape.patch()];
        for (int k = 0; k < patch.length; k++) {
            int pixel = k / shape.channels();
            int row = y * shape.strideY() + pixel / shape.kernelWidth() - shape.padY();
            int column = x * shape.strideX() + pixel % shape.kernelWidth() - shape.padX();
            if (row >= 0 && row < shape.height() && column >= 0 && column < shape.width()) {
                patch[k] = image[row * shape.width() + column][k % shape.channels()];
            }
        }
        return patch;
    }

    private static float[][][] images(PatchShape shape, double density, float value, Random random) {
        float[][][] images = new float[IMAGES][shape.height() * shape.width()][shape.channels()];
        for (float[][] image : images) {
            for (float[] pixel : image) {
                for (int c = 0; c < pixel.length; c++) {
                    if (random.nextDouble() < density) {
                        pixel[c] = value == 0 ? 1 + random.nextInt(4) : value;
                    }
                }
            }
        }
        return images;
    }

    private static INDArray tensor(PatchShape shape, float[][][] images) {
        INDArray tensor = Nd4j.zeros(DataType.FLOAT, IMAGES, shape.channels(), shape.height(), shape.width());
        for (int i = 0; i < IMAGES; i++) {
            for (int p = 0; p < images[i].length; p++) {
                for (int c = 0; c < shape.channels(); c++) {
                    tensor.putScalar(new long[] {i, c, p / shape.width(), p % shape.width()}, images[i][p][c]);
                }
            }
        }
        return tensor;
    }
}
