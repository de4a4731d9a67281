package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

final class ChannelMomentsTest {
    private static final int CHANNELS = 3;

    @Test
    void mergedMomentsAreThoseOfTheClosedForm() {
        // values {0, 2} and {7}: mean 3, squared deviations 9 + 1 + 16
        ChannelMoments pair = new ChannelMoments(new double[] {1}, new double[] {1}, 2);
        ChannelMoments single = new ChannelMoments(new double[] {7}, new double[] {0}, 1);
        ChannelMoments all = ChannelMoments.merged(List.of(pair, single));
        assertThat(all.count()).isEqualTo(3);
        assertThat(all.mean()[0]).isCloseTo(3, within(1e-15));
        assertThat(all.variance()[0]).isCloseTo(26.0 / 3, within(1e-14));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 13})
    void mergedMomentsOfUnevenPartsAreThoseOfTheWhole(int parts) {
        int rows = 29;
        double[] values = new SplittableRandom(parts)
                .doubles((long) rows * CHANNELS * 7)
                .map(x -> x + 1000) // far from zero, where sums of squares would cancel
                .toArray();
        INDArray x = Nd4j.create(values, new long[] {rows, CHANNELS, 7}, 'c');
        List<ChannelMoments> moments = new ArrayList<>();
        for (int k = 0, start = 0; k < parts; k++) {
            int end = Math.max(start + 1, (k + 1) * (k + 1) * rows / (parts * parts));
            moments.add(ChannelKernels.moments(x.get(NDArrayIndex.interval(start, end))));
            start = end;
        }
        ChannelMoments whole = ChannelKernels.moments(x);
        ChannelMoments merged = ChannelMoments.merged(moments);
        assertThat(merged.count()).isEqualTo(whole.count());
        assertThat(merged.mean()).containsExactly(whole.mean(), within(1e-11));
        assertThat(merged.variance()).containsExactly(whole.variance(), within(1e-13));
    }

    @Test
    void nothingCannotBeMerged() {
        assertThatThrownBy(() -> ChannelMoments.merged(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
