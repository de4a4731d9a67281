package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;

/** One tile on the calling thread gives what the same neurons give in a whole sequence, to the bit. */
class TileWalkTest {
    private static final int STEPS = 9;
    private static final Set<Coefficient> WANTED = EnumSet.of(Coefficient.GAIN, Coefficient.DRIVE);

    @ParameterizedTest
    @CsvSource({"1,1,0", "3,5,0", "64,7,12", "16,64,256", "13,77,4", "96,3,8", "200,5,0"})
    void tileEqualsSequence(int channels, int positions, int gapBytes) {
        int count = channels * positions;
        for (KernelChoice choice : KernelChoice.values()) {
            for (Reset reset : new Reset[] {Reset.toValue(0), Reset.subtract()}) {
                compare(channels, count, gapBytes, reset, choice);
            }
        }
    }

    private static void compare(int channels, int count, int gapBytes, Reset reset, KernelChoice choice) {
        SplittableRandom random = new SplittableRandom(count);
        AffineDynamics dynamics = dynamics(reset);
        Coefficients coefficients = channelsLast(channels, random);
        double[] x = RandomArrays.rounded(RandomArrays.uniform(random, STEPS * count, -0.5, 1.5));
        double[] g = RandomArrays.rounded(RandomArrays.normal(random, STEPS * count));
        SequenceShape shape = SequenceShape.of(STEPS, count, channels, 1);
        Runner whole = new Runner(dynamics, coefficients, shape, DataType.FLOAT, choice);

        TileWalk walk = TileWalk.of(dynamics, coefficients, STEPS, WANTED, choice);
        Memory input = Memory.of(x, count, gapBytes);
        Memory output = Memory.of(new double[x.length], count, gapBytes);
        assertThat(walk.forward(input.rows(), output.rows(), count)).isTrue();
        assertThat(output.values(count))
                .isEqualTo(whole.forward(x, null, false, false).output());

        Runner.Backward expected = whole.backward(x, null, Upstream.onOutput(g), WANTED);
        Memory gradient = Memory.of(g, count, gapBytes);
        CoefficientGradients sums = walk.zeroGradients();
        walk.backward(input.rows(), gradient.rows(), output.rows(), count, sums);
        assertThat(output.values(count)).isEqualTo(expected.input());
        CoefficientGradients twice = walk.zeroGradients();
        twice.add(sums);
        walk.backward(input.rows(), gradient.rows(), gradient.rows(), count, twice);
        assertThat(gradient.values(count)).as("in place").isEqualTo(expected.input());
        for (Coefficient coefficient : WANTED) {
            for (int channel = 0; channel < channels; channel++) {
                double one = expected.coefficients().get(coefficient, channel);
                double rounding = 1e-6 * STEPS * count / channels; // of float sums over time, taken in other tiles
                assertThat(sums.get(coefficient, channel)).isCloseTo(one, within(rounding));
                assertThat(twice.get(coefficient, channel)).isEqualTo(2 * sums.get(coefficient, channel));
            }
        }
    }

    @Test
    void notANumberIsReported() {
        TileWalk walk =
                TileWalk.of(dynamics(Reset.toValue(0)), new Coefficients(1), STEPS, Set.of(), KernelChoice.AUTOMATIC);
        double[] x = new double[STEPS * 33];
        x[40] = Double.NaN;
        Memory input = Memory.of(x, 33, 0);
        assertThat(walk.forward(input.rows(), input.rows(), 33)).isFalse();
    }

    @Test
    void inhibitedNeuronsAreRefused() {
        AffineDynamics inhibited = dynamics(Reset.toValue(0)).withInhibition();
        assertThatThrownBy(() -> TileWalk.of(inhibited, new Coefficients(4), STEPS, Set.of(), KernelChoice.AUTOMATIC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SpikeKernels");
    }

    private static AffineDynamics dynamics(Reset reset) {
        Firing firing = Firing.standard()
                .withCondition(FireCondition.AT_THRESHOLD)
                .withSurrogate(ATan.ofAlpha(2))
                .withReset(reset);
        return AffineDynamics.spiking(firing, 0.1);
    }

    private static Coefficients channelsLast(int channels, SplittableRandom random) {
        Coefficients coefficients = new Coefficients(channels);
        coefficients.set(Coefficient.DECAY, 0.5);
        coefficients.set(Coefficient.GAIN, RandomArrays.uniform(random, channels, 0.6, 1.2));
        coefficients.set(Coefficient.DRIVE, RandomArrays.uniform(random, channels, -0.1, 0.1));
        return coefficients;
    }

    /** A tile in off-heap memory, with unused bytes before it and between its rows. */
    private record Memory(ByteBuffer buffer, int gapBytes, int stepBytes) {
        static Memory of(double[] values, int count, int gapBytes) {
            int stepBytes = count * Float.BYTES + gapBytes;
            Memory memory = new Memory(
                    ByteBuffer.allocateDirect(gapBytes + STEPS * stepBytes).order(ByteOrder.nativeOrder()),
                    gapBytes,
                    stepBytes);
            for (int k = 0; k < values.length; k++) {
                memory.buffer.putFloat(memory.at(k, count), (float) values[k]);
            }
            return memory;
        }

        TileRows rows() {
            return TileRows.of(buffer, gapBytes, stepBytes);
        }

        double[] values(int count) {
            double[] values = new double[STEPS * count];
            for (int k = 0; k < values.length; k++) {
                values[k] = buffer.getFloat(at(k, count));
            }
            return values;
        }

        private int at(int k, int count) {
            return gapBytes + k / count * stepBytes + k % count * Float.BYTES;
        }
    }
}
