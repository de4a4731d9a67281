package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.Rectangle;
import org.spike4j.neuron.surrogate.Surrogate;

/**
 * Products on vectors, event by event and dense, against the reference. Inputs, weights and coefficients are small multiples
 * of powers of two, so that every membrane is exact in float and no spike depends on rounding.
 */
class RecurrentFastPathTest {
    private static final int STEPS = 7;
    private static final EnumSet<Coefficient> WANTED = EnumSet.of(Coefficient.GAIN, Coefficient.DRIVE);

    /** Samples and units, and the mean of the input, which makes spikes rare or frequent. */
    @ParameterizedTest
    @CsvSource({
        "1,1,0.5",
        "3,5,0.5",
        "4,16,0.1",
        "5,31,0.4",
        "2,33,0.6",
        "7,64,0.05",
        "13,77,0.3",
        "33,96,0.6",
        "70,130,0.1",
        "9,301,0.2"
    })
    void vectorsEqualTheReference(int samples, int units, double mean) {
        for (Surrogate surrogate : new Surrogate[] {ATan.ofAlpha(2), Rectangle.bidl(0.4)}) {
            compare(samples, units, mean, surrogate);
        }
    }

    private static void compare(int samples, int units, double mean, Surrogate surrogate) {
        SplittableRandom random = new SplittableRandom(samples * 1000L + units);
        double[] input = sixteenths(random, STEPS * samples * units, mean - 0.5, mean + 0.5);
        double[] before = sixteenths(random, samples * units, 0, 1);
        double[] gradient = RandomArrays.rounded(RandomArrays.normal(random, STEPS * samples * units));
        RecurrentRunner fast = runner(random, samples, units, surrogate);
        RecurrentRunner slow = fast.with(DataType.FLOAT, KernelChoice.SCALAR);

        RecurrentRunner.Forward expected = slow.forward(input, null, before);
        RecurrentRunner.Forward events = fast.forward(input, null, before);
        RecurrentRunner.Forward dense = withoutEvents(() -> fast.forward(input, null, before));
        if (samples > 1) {
            assertThat(Arrays.stream(expected.output()).filter(y -> y != 0).count())
                    .as("spikes")
                    .isPositive();
        }
        same(events.output(), expected.output(), "output, events");
        same(events.current(), expected.current(), "current, events");
        same(dense.output(), expected.output(), "output, dense");
        same(dense.current(), expected.current(), "current, dense");

        RecurrentRunner.Backward inDouble =
                slow.with(DataType.DOUBLE, KernelChoice.SCALAR).backward(input, null, before, gradient, WANTED);
        RecurrentRunner.Backward sparse = fast.backward(input, null, before, gradient, WANTED);
        RecurrentRunner.Backward full = withoutEvents(() -> fast.backward(input, null, before, gradient, WANTED));
        same(sparse.current(), full.current(), "current gradient");
        same(sparse.weights(), full.weights(), "weight gradient");
        close(sparse, inDouble);
        close(full, inDouble);
    }

    /** Equal numbers; 0 may have either sign. */
    private static void same(double[] actual, double[] expected, String what) {
        Closeness.assertClose(actual, expected, 0, what);
    }

    /** A gradient passes every step, so its error grows with what it has become, and with the terms of the sums. */
    private static void close(RecurrentRunner.Backward actual, RecurrentRunner.Backward expected) {
        double scale = Math.max(1, RandomArrays.largest(expected.current()));
        Closeness.assertClose(actual.current(), expected.current(), 1e-5 * STEPS * scale, "current gradient");
        double weights = Math.max(1, RandomArrays.largest(expected.weights()));
        Closeness.assertClose(actual.weights(), expected.weights(), 1e-5 * STEPS * weights, "weight gradient");
    }

    @Test
    void theReferenceSkipsZerosWithoutChangingBits() {
        SplittableRandom random = new SplittableRandom(4);
        RecurrentRunner slow = runner(random, 3, 6, ATan.ofAlpha(2)).with(DataType.DOUBLE, KernelChoice.SCALAR);
        double[] input = RandomArrays.uniform(random, STEPS * 18, 0, 1);
        double[] dense = withoutEvents(() -> slow.forward(input, null, null)).current();
        same(slow.forward(input, null, null).current(), dense, "current");
    }

    @Test
    void threadsDoNotChangeTheBits() {
        SplittableRandom random = new SplittableRandom(9);
        RecurrentRunner runner = runner(random, 45, 50, ATan.ofAlpha(2));
        double[] input = sixteenths(random, STEPS * 45 * 50, -0.5, 0.6);
        double[] gradient = RandomArrays.rounded(RandomArrays.normal(random, STEPS * 45 * 50));
        int threads = KernelThreads.count();
        try {
            KernelThreads.use(1);
            RecurrentRunner.Forward forward = runner.forward(input, null, null);
            assertThat(Arrays.stream(forward.output()).filter(y -> y != 0).count())
                    .as("spikes, few enough for the event-driven sums")
                    .isBetween(500L, 2500L);
            RecurrentRunner.Backward backward = runner.backward(input, null, null, gradient, WANTED);
            for (int count : new int[] {2, 3}) {
                KernelThreads.use(count);
                assertThat(runner.forward(input, null, null).current()).isEqualTo(forward.current());
                RecurrentRunner.Backward many = runner.backward(input, null, null, gradient, WANTED);
                assertThat(many.current()).isEqualTo(backward.current());
                assertThat(many.weights()).isEqualTo(backward.weights());
                for (Coefficient coefficient : WANTED) {
                    assertThat(many.coefficients().get(coefficient, 49))
                            .isEqualTo(backward.coefficients().get(coefficient, 49));
                }
            }
        } finally {
            KernelThreads.use(threads);
        }
    }

    @Test
    void anUnknownSwitchIsAnError() {
        System.setProperty(EventSwitch.PROPERTY, "of");
        try {
            assertThatThrownBy(EventSwitch::isOn).hasMessageContaining("must be on or off, was of");
        } finally {
            System.clearProperty(EventSwitch.PROPERTY);
        }
    }

    private static RecurrentRunner runner(SplittableRandom random, int samples, int units, Surrogate surrogate) {
        AffineDynamics dynamics = Configurations.outputs(Reset.toValue(0), surrogate, FireCondition.AT_THRESHOLD)
                .findFirst()
                .orElseThrow();
        Coefficients coefficients = new Coefficients(units);
        coefficients.set(Coefficient.DECAY, 0.5);
        coefficients.set(Coefficient.THRESHOLD, 0.75);
        return new RecurrentRunner(
                new AffineDynamics(
                        dynamics.fire(),
                        dynamics.reset(),
                        surrogate,
                        dynamics.tap(),
                        dynamics.activation(),
                        false,
                        0,
                        false),
                coefficients,
                SequenceShape.of(STEPS, (long) samples * units, units, 1),
                sixteenths(random, units * units, -0.5, 0.5),
                DataType.FLOAT,
                KernelChoice.AUTOMATIC);
    }

    private static double[] sixteenths(SplittableRandom random, int length, double from, double to) {
        double[] values = RandomArrays.uniform(random, length, from, to);
        return Arrays.stream(values).map(v -> Math.rint(16 * v) / 16).toArray();
    }

    private static <R> R withoutEvents(Supplier<R> pass) {
        System.setProperty(EventSwitch.PROPERTY, "off");
        try {
            return pass.get();
        } finally {
            System.clearProperty(EventSwitch.PROPERTY);
        }
    }
}
