package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.kernel.SpikeKernels;

/** Moments and gradients through them, against the currents of all patches in double. */
class PatchMomentsTest {
    private static final double TOLERANCE = 1e-9; // sums of a few thousand products in double

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    static Stream<PatchShape> shapes() {
        return Stream.of(
                new PatchShape(1, 1, 1, 1, 1, 1, 1, 0, 0, 16),
                new PatchShape(2, 7, 9, 3, 3, 1, 1, 1, 1, 16),
                new PatchShape(2, 5, 67, 2, 5, 2, 1, 0, 2, 80),
                new PatchShape(3, 4, 5, 3, 2, 1, 1, 2, 1, 16));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void equalThoseOfTheCurrents(PatchShape shape) {
        for (int images : new int[] {1, 3, 37}) { // fewer than the parts, and no multiple of them
            INDArray spikes = PatchTensors.spikes(shape, images, 0.4, 5);
            BinaryImages bits = new BinaryImages(shape, images);
            ImagePacking.pack(spikes, bits);
            check(shape, spikes, PatchMoments.of(shape, bits));
            check(shape, spikes, PatchMoments.of(shape, images, new BinaryEvents(shape, bits)));
            INDArray counts = spikes.mul(
                    PatchTensors.spikes(shape, images, 0.5, 6).muli(2).addi(1)); // 0, 1 and 3
            check(shape, counts, PatchMoments.of(shape, images, new ValueImages(shape, counts)));
        }
    }

    private static void check(PatchShape shape, INDArray images, PatchMoments moments) {
        PatchWeights weights = weights(shape);
        ChannelMoments found = moments.of(weights);
        int positions = (int) images.size(0) * shape.outHeight() * shape.outWidth();
        assertThat(found.count()).isEqualTo(positions);
        double[] slope = new double[shape.outputs()];
        double[] shift = new double[shape.outputs()];
        PatchWeights gradient = PatchWeights.zeros(1, shape.patch(), shape.outputs())[0];
        for (int o = 0; o < shape.outputs(); o++) {
            slope[o] = 0.5 - o;
            shift[o] = o * 0.25;
        }
        moments.addInPlace(gradient, weights, new CurrentCorrection(slope, shift));
        for (int o = 0; o < shape.outputs(); o += 5) {
            double sum = 0;
            double squares = 0;
            double[] expected = new double[shape.patch()];
            for (int p = 0; p < positions; p++) {
                double[] patch = patch(shape, images, p);
                double x = 0;
                for (int k = 0; k < patch.length; k++) {
                    x += patch[k] * weights.values[weights.index(k, o)];
                }
                sum += x;
                squares += x * x;
                for (int k = 0; k < patch.length; k++) {
                    expected[k] += patch[k] * (slope[o] * x + shift[o]);
                }
            }
            double mean = sum / positions;
            assertThat(found.mean()[o]).isCloseTo(mean, offset(TOLERANCE));
            assertThat(found.variance()[o]).isCloseTo(squares / positions - mean * mean, offset(TOLERANCE));
            for (int k = 0; k < expected.length; k++) {
                assertThat((double) gradient.values[gradient.index(k, o)])
                        .isCloseTo(expected[k], offset(1e-6 * (1 + Math.abs(expected[k]))));
            }
        }
    }

    private static double[] patch(PatchShape shape, INDArray images, int position) {
        int image = position / shape.outWidth() / shape.outHeight();
        int y = position / shape.outWidth() % shape.outHeight();
        double[] patch = new double[shape.patch()];
        for (int k = 0; k < patch.length; k++) {
            patch[k] = PatchTensors.input(shape, images, image, y, position % shape.outWidth(), k);
        }
        return patch;
    }

    private static PatchWeights weights(PatchShape shape) {
        SplittableRandom random = new SplittableRandom(9);
        PatchWeights weights = PatchWeights.zeros(1, shape.patch(), shape.outputs())[0];
        for (int k = 0; k < shape.patch(); k++) {
            for (int o = 0; o < shape.outputs(); o++) {
                weights.values[weights.index(k, o)] = (float) random.nextDouble(-1, 1);
            }
        }
        return weights;
    }
}
