package org.spike4j.neuron.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spike4j.neuron.kernel.ChannelMoments;
import org.spike4j.neuron.kernel.SpikeKernels;

class ChannelSumsTest {
    private static final double FLOAT_EPS = 1.2e-7;
    private static final float FAR = 100; // a mean that is large beside the deviation

    @BeforeAll
    static void needsVectors() {
        assumeTrue(SpikeKernels.usesVectors(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 207})
    void momentsOfUnequalPiecesAreThoseOfAllValues(int positions) {
        int channels = 3 * VectorRows.LANES;
        SplittableRandom random = new SplittableRandom(positions);
        ChannelSums total = new ChannelSums(channels);
        total.add(new ChannelSums(channels)); // nothing changes nothing
        double[] sum = new double[channels];
        double[] squares = new double[channels];
        int count = 0;
        for (int piece = 1; piece <= 3; piece++) {
            float[] values = new float[1 + piece * positions * channels];
            for (int k = 1; k < values.length; k++) {
                values[k] = FAR + (float) random.nextDouble(-1, 1) * piece;
                sum[(k - 1) % channels] += values[k] - FAR;
                squares[(k - 1) % channels] += (values[k] - FAR) * (double) (values[k] - FAR);
            }
            ChannelSums part = new ChannelSums(channels);
            part.add(values, 1, piece * positions);
            total.add(part);
            count += piece * positions;
        }
        ChannelMoments moments = total.moments();
        assertThat(moments.count()).isEqualTo(count);
        double rounding = FLOAT_EPS * FAR * count;
        for (int c = 0; c < channels; c++) {
            double mean = sum[c] / count;
            assertThat(moments.mean()[c]).isCloseTo(FAR + mean, offset(rounding));
            assertThat(moments.variance()[c]).isCloseTo(squares[c] / count - mean * mean, offset(rounding));
        }
    }
}
