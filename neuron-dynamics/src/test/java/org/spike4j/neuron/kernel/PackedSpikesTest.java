package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;

/** Spikes as bits are those of the float output, in natural order, and come back as floats. */
class PackedSpikesTest {
    private static final int STEPS = 3;

    @ParameterizedTest
    @EnumSource(KernelChoice.class)
    void bitOfWordIsNeuronOfStep(KernelChoice choice) {
        int neurons = 1100; // two blocks of the widest vectors, and part of one
        for (int fired : new int[] {0, 1, 31, 32, 63, 64, 500, 511, 512, 1023, 1024, 1063, 1099}) {
            INDArray spikes = Nd4j.zeros(DataType.FLOAT, 2, neurons);
            spikes.putScalar(1, fired, -0.5);
            INDArray bits = bits(2, neurons);
            PackedSpikes.pack(spikes, bits, 2, choice);
            long[] words = bits.reshape(new long[] {bits.length()}).toLongVector();
            for (int w = 0; w < words.length; w++) {
                long expected = w == words.length / 2 + fired / 64 ? 1L << fired % 64 : 0;
                assertThat(words[w]).as("word %s with neuron %s", w, fired).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 63, 64, 65, 207, 511, 512, 513, 1025, 4097})
    void kernelsPackAndUnpackAlike(int neurons) {
        double[] values = RandomArrays.uniform(new SplittableRandom(neurons), STEPS * neurons, -1, 1);
        for (int k = 0; k < values.length; k++) {
            values[k] = values[k] < 0.4 ? Math.copySign(0, values[k]) : 0.75;
        }
        INDArray spikes = Nd4j.createFromArray(values).castTo(DataType.FLOAT);
        INDArray slow = bits(STEPS, neurons);
        INDArray fast = bits(STEPS, neurons);
        PackedSpikes.pack(spikes, slow, STEPS, KernelChoice.SCALAR);
        PackedSpikes.pack(spikes, fast, STEPS);
        assertThat(longs(fast)).isEqualTo(longs(slow));
        for (KernelChoice choice : KernelChoice.values()) {
            INDArray back = Nd4j.valueArrayOf(new long[] {values.length}, Double.NaN, DataType.FLOAT);
            PackedSpikes.unpack(slow, 0.75, back, STEPS, choice);
            double[] unpacked = back.castTo(DataType.DOUBLE).toDoubleVector();
            for (int k = 0; k < values.length; k++) {
                assertThat(unpacked[k]).isEqualTo(Math.abs(values[k]));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 64, 207, 511, 1025, 9000})
    void packedOutputHoldsTheSpikesOfTheFloatOutput(int size) {
        for (int steps : new int[] {1, 2, 7}) {
            FireCondition fire = steps == 2 ? FireCondition.ABOVE_THRESHOLD : FireCondition.AT_THRESHOLD;
            Configurations.resets().forEach(reset -> {
                AffineDynamics dynamics = dynamics(reset, fire);
                SequenceShape shape = SequenceShape.of(steps, size, size, 1);
                compare(dynamics, Configurations.coefficients(dynamics, size, size), shape);
                Coefficients plain = new Coefficients(size);
                plain.set(Coefficient.DECAY, 0.7);
                plain.set(Coefficient.GAIN, RandomArrays.uniform(new SplittableRandom(5), size, 0.6, 1.2));
                plain.set(Coefficient.AMPLITUDE, 2);
                compare(dynamics, plain, shape);
            });
            SequenceShape constant = SequenceShape.of(steps, size, 1, size).withStaticInput();
            compare(dynamics(Reset.subtract(), fire), new Coefficients(1), constant);
        }
    }

    /** Inputs are multiples of a half, so that many a membrane is exactly at its threshold, 1 or 0. */
    @Test
    void thresholdItselfIsExact() {
        for (double threshold : new double[] {0, 1}) {
            for (FireCondition fire : new FireCondition[] {FireCondition.AT_THRESHOLD, FireCondition.ABOVE_THRESHOLD}) {
                Coefficients coefficients = new Coefficients(1);
                coefficients.set(Coefficient.THRESHOLD, threshold);
                coefficients.set(Coefficient.DRIVE, -0.0);
                compare(dynamics(Reset.toValue(0), fire), coefficients, SequenceShape.of(7, 1000, 1, 1000));
            }
        }
    }

    private static void compare(AffineDynamics dynamics, Coefficients coefficients, SequenceShape shape) {
        int slab = (int) shape.slab();
        int inputs = shape.staticInput() ? slab : shape.steps() * slab;
        double[] x = RandomArrays.uniform(new SplittableRandom(slab), inputs, -2, 3);
        for (int k = 0; k < x.length; k++) {
            x[k] = Math.rint(x[k]) / 2;
        }
        INDArray input = Nd4j.createFromArray(x).castTo(DataType.FLOAT);
        for (KernelChoice choice : KernelChoice.values()) {
            INDArray output = Nd4j.create(DataType.FLOAT, shape.steps(), slab);
            INDArray packed = bits(shape.steps(), slab);
            SpikeKernels.forward(dynamics, coefficients, shape, ForwardArrays.of(input, output), choice);
            SpikeKernels.forward(dynamics, coefficients, shape, ForwardArrays.of(input, packed), choice);
            INDArray expected = bits(shape.steps(), slab);
            PackedSpikes.pack(output, expected, shape.steps(), KernelChoice.SCALAR);
            assertThat(longs(packed))
                    .as("%s of %s, %s", choice, dynamics, shape)
                    .isEqualTo(longs(expected));
        }
    }

    @Test
    void onlySpikesArePacked() {
        AffineDynamics spiking = dynamics(Reset.none(), FireCondition.AT_THRESHOLD);
        SequenceShape shape = SequenceShape.of(STEPS, 10, 1, 10);
        INDArray input = Nd4j.zeros(DataType.FLOAT, STEPS, 10);
        for (AffineDynamics dynamics :
                new AffineDynamics[] {AffineDynamics.integrating(false, 0), spiking.withInhibition()}) {
            ForwardArrays arrays = ForwardArrays.of(input, bits(STEPS, 10));
            assertThatThrownBy(() -> SpikeKernels.forward(dynamics, new Coefficients(1), shape, arrays))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("only spikes without inhibition can be packed");
        }
        ForwardArrays small = ForwardArrays.of(input, bits(STEPS - 1, 10));
        assertThatThrownBy(() -> SpikeKernels.forward(spiking, new Coefficients(1), shape, small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("output must hold 3 elements of");
        assertThatThrownBy(() -> PackedSpikes.pack(input, bits(STEPS, 65), STEPS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bits must hold 3 * 1 elements of INT64");
        assertThatThrownBy(() -> PackedSpikes.unpack(bits(STEPS, 10), 1, input, STEPS + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("spikes must hold a multiple of 4");
    }

    private static AffineDynamics dynamics(Reset reset, FireCondition fire) {
        Firing firing = Firing.standard()
                .withSurrogate(ATan.ofAlpha(2))
                .withReset(reset)
                .withCondition(fire);
        return AffineDynamics.spiking(firing, 0);
    }

    /** Words whose bits are all set, so that one which is not written shows. */
    private static INDArray bits(int steps, int neurons) {
        return Nd4j.createUninitialized(DataType.INT64, steps, PackedSpikes.words(neurons))
                .assign(-1);
    }

    private static long[] longs(INDArray bits) {
        return bits.reshape(new long[] {bits.length()}).toLongVector();
    }
}
