package org.spike4j.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EncodersTest {

    /** Steps in which the units of one value spike. */
    private static List<Integer> spikes(Encoder encoder, double value) {
        float[] spikes = new float[encoder.steps() * encoder.unitsPerValue()];
        encoder.encode(new double[] {value}, 1, spikes);
        return IntStream.range(0, spikes.length)
                .filter(t -> spikes[t] != 0)
                .boxed()
                .toList();
    }

    @Test
    void directRepeatsTheValue() {
        float[] spikes = new float[6];
        new DirectEncoder(3).encode(new double[] {-2, 0.5}, 0, spikes);
        assertThat(spikes).containsExactly(-2, 0.5f, -2, 0.5f, -2, 0.5f);
    }

    /** A share of n independent draws lies within four standard deviations, sqrt(p (1 - p) / n), of p. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.05, 0.5, 1})
    void poissonSpikesAtItsRate(double value) {
        int steps = 200_000;
        double rate = 0.8;
        double share = spikes(new PoissonEncoder(steps, rate), value).size() / (double) steps;
        double deviation = Math.sqrt(rate * value * (1 - rate * value) / steps);
        assertThat(share).isCloseTo(rate * value, offset(4 * deviation + 1e-12));
    }

    @Test
    void poissonDrawsTheSameForTheSameSeedOnly() {
        PoissonEncoder encoder = PoissonEncoder.ofSteps(50);
        double[] values = {0.3, 0.6, 0.9};
        float[] first = new float[150];
        float[] again = new float[150];
        float[] other = new float[150];
        encoder.encode(values, 4, first);
        encoder.encode(values, 4, again);
        encoder.encode(values, 5, other);
        assertThat(first).isEqualTo(again).isNotEqualTo(other);
    }

    /** 0.6875 is 0.1011 in binary. */
    @Test
    void phasesAreBinaryDigits() {
        assertThat(spikes(new PhaseEncoder(4, 2), 0.6875)).containsExactly(0, 2, 3, 4, 6, 7);
        assertThat(spikes(new PhaseEncoder(4, 1), 1)).containsExactly(0, 1, 2, 3);
        assertThat(spikes(new PhaseEncoder(4, 1), 0)).isEmpty();
    }

    /** At 0.5: ceil(5 / 2) = 3 spikes, ceil(6 - 4 / 2) = 4 steps apart. */
    @Test
    void burstsAreLongerAndCloserForLargerValues() {
        BurstEncoder encoder = new BurstEncoder(20, 5, 2, 6);
        assertThat(spikes(encoder, 0.5)).containsExactly(0, 4, 8);
        assertThat(spikes(encoder, 1)).containsExactly(0, 2, 4, 6, 8);
        assertThat(spikes(encoder, 0)).isEmpty();
        assertThat(spikes(new BurstEncoder(7, 5, 2, 6), 0.5)).containsExactly(0, 4);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0.75, 2", "0.5, 4", "0, 9"})
    void linearLatencyFallsFromTheLastStepToTheFirst(double value, int step) {
        assertThat(spikes(LatencyEncoder.linear(10), value)).containsExactly(step);
    }

    @Test
    void latencyTimesEqualTheirDocumentedFormulas() {
        double[] values = {0.2, 0.7};
        double[] membrane = LatencyEncoder.membrane(10, 3, 0.1).times(values);
        assertThat(membrane[0]).isCloseTo(3 * Math.log(0.2 / 0.1), offset(1e-12));
        assertThat(membrane[1]).isCloseTo(3 * Math.log(0.7 / 0.6), offset(1e-12));
        double[] stretched =
                LatencyEncoder.membrane(10, 3, 0.1).withNormalised(true).times(values);
        assertThat(stretched[0]).isCloseTo(9, offset(1e-12));
        assertThat(stretched[1]).isCloseTo(9 * membrane[1] / membrane[0], offset(1e-12));
        assertThat(LatencyEncoder.logarithmic(6).times(new double[] {0, 1}))
                .containsExactly(new double[] {5, 0}, offset(1e-12));
    }

    @Test
    void valuesBelowTheThresholdAreLastOrSilent() {
        LatencyEncoder encoder = LatencyEncoder.membrane(10, 1, 0.1).withNormalised(true);
        assertThat(spikes(encoder, 0.01)).containsExactly(9);
        assertThat(spikes(encoder.withSilentBelowThreshold(true), 0.01)).isEmpty();
    }

    @Test
    void lateSpikesAreLeftOutOrRefused() {
        LatencyEncoder lenient = LatencyEncoder.membrane(5, 4, 0.1);
        assertThat(spikes(lenient, 0.11)).isEmpty();
        LatencyEncoder strict = new LatencyEncoder(5, LatencyCurve.MEMBRANE, 4, 0.1, 0, false, false, false);
        assertThatThrownBy(() -> spikes(strict, 0.11)).hasMessageContaining("behind the last of 5");
    }

    /** With five units for 0 to 3 the centres are -0.5, 0.5, ..., 3.5 and sigma = 1 / 1.5. */
    @Test
    void populationsRespondByDistanceFromTheirCentres() {
        PopulationEncoder encoder = new PopulationEncoder(new DirectEncoder(1), 5, 0, 3, 1.5);
        float[] responses = new float[5];
        encoder.encode(new double[] {0.5}, 0, responses);
        for (int j = 0; j < 5; j++) {
            double off = (0.5 - (j - 0.5)) * 1.5;
            assertThat((double) responses[j]).isCloseTo(Math.exp(-off * off / 2), offset(1e-7));
        }
    }

    /** Steps 1, 1.5, 0.9: changes 1, 0.5, -0.6. */
    @Test
    void changesSpikeUpAndDown() {
        double[] sequence = {1, 1.5, 0.9};
        assertThat(new DeltaEncoder(0.5, true, false).encode(sequence, 1)).containsExactly(1, 1, -1);
        assertThat(new DeltaEncoder(0.5, false, true).encode(sequence, 1)).containsExactly(0, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3})
    void batchesAreTimeMajorAndKeepTheUnitsOfAValueTogether(long samples) {
        PopulationEncoder encoder = PopulationEncoder.of(LatencyEncoder.linear(7), 4);
        INDArray features = Nd4j.rand(DataType.FLOAT, samples, 5);
        INDArray sequence = encoder.encode(features, 0);
        assertThat(sequence.shape()).containsExactly(samples, 20, 7);
        assertThat(sequence.ordering()).isEqualTo('f');
        INDArray images = features.reshape(samples, 5, 1, 1);
        INDArray volume = encoder.encode(images, 0);
        assertThat(volume.shape()).containsExactly(samples, 20, 7, 1, 1);
        assertThat(volume.stride(2)).as("time-major").isEqualTo(samples * 20);
        for (int n = 0; n < samples; n++) {
            for (int k = 0; k < 5; k++) {
                float[] own = new float[28];
                encoder.encode(new double[] {features.getFloat(n, k)}, 0, own);
                for (int t = 0; t < 7; t++) {
                    for (int j = 0; j < 4; j++) {
                        assertThat(sequence.getFloat(n, k * 4 + j, t)).isEqualTo(own[t * 4 + j]);
                        assertThat(volume.getFloat(n, k * 4 + j, t, 0, 0)).isEqualTo(own[t * 4 + j]);
                    }
                }
            }
        }
    }

    @Test
    void badInputIsNamed() {
        for (Encoder encoder : List.of(
                PoissonEncoder.ofSteps(3),
                new PhaseEncoder(3, 1),
                LatencyEncoder.linear(3),
                new BurstEncoder(3, 2, 1, 2))) {
            assertThatThrownBy(() -> spikes(encoder, 1.5))
                    .hasMessageContaining("values must be 0 to 1, value 0 was 1.5");
            assertThatThrownBy(() -> spikes(encoder, Double.NaN)).hasMessageContaining("was NaN");
        }
        assertThatThrownBy(() -> spikes(new DirectEncoder(2), Double.NaN)).hasMessageContaining("must be finite");
        assertThatThrownBy(() -> new PoissonEncoder(0, 1)).hasMessageContaining("steps must be >= 1");
        assertThatThrownBy(() -> new PoissonEncoder(3, 1.5)).hasMessageContaining("rate must be");
        assertThatThrownBy(() -> LatencyEncoder.membrane(3, 1, 0)).hasMessageContaining("threshold must be");
        assertThatThrownBy(() -> LatencyEncoder.linear(3).encode(Nd4j.zeros(2, 2, 2), 0))
                .hasMessageContaining(Arrays.toString(new long[] {2, 2, 2}));
    }
}
