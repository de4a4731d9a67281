package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;

/** Results do not depend, to the last bit, on how many threads run the tiles or where a neuron lies in them. */
class DeterminismTest {
    private static final int STEPS = 40;
    /** Elements of a step: several tiles, the last one neither full nor a whole number of vectors. */
    private static final int SLAB = 3 * 1031;

    private int threads;

    @BeforeEach
    void rememberThreads() {
        threads = KernelThreads.count();
    }

    @AfterEach
    void restoreThreads() {
        KernelThreads.use(threads);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void threadsDoNotChangeTheBits(DataType type) {
        Result one = run(type, 1);
        for (int count : new int[] {2, 3}) {
            Result many = run(type, count);
            assertThat(many.forward.output()).isEqualTo(one.forward.output());
            assertThat(many.forward.finalState()).isEqualTo(one.forward.finalState());
            assertThat(many.backward.input()).isEqualTo(one.backward.input());
            assertThat(many.backward.initialState()).isEqualTo(one.backward.initialState());
            for (Coefficient coefficient : Coefficient.values()) {
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(many.backward.coefficients().get(coefficient, channel))
                            .as("%s of channel %s with %s threads", coefficient, channel, count)
                            .isEqualTo(one.backward.coefficients().get(coefficient, channel));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void placeInTheTileDoesNotChangeTheBits(DataType type) {
        Result whole = run(type, 2);
        for (int from : new int[] {0, 5, 777, SLAB - 3}) {
            int count = Math.min(203, SLAB - from);
            AffineDynamics dynamics = dynamics();
            Coefficients part = new Coefficients(1);
            Runner runner =
                    new Runner(dynamics, part, SequenceShape.of(STEPS, count, 1, 1), type, KernelChoice.AUTOMATIC);
            double[] input = columns(input(), from, count);
            Runner.Forward forward = runner.forward(input, null, false, false);
            assertThat(forward.output()).isEqualTo(columns(whole.forward.output(), from, count));
            Runner.Backward backward = runner.backward(
                    input,
                    null,
                    Upstream.onOutput(columns(gradient(), from, count)),
                    EnumSet.noneOf(Coefficient.class));
            assertThat(backward.input()).isEqualTo(columns(whole.backward.input(), from, count));
        }
    }

    private record Result(Runner.Forward forward, Runner.Backward backward) {}

    private static Result run(DataType type, int threads) {
        KernelThreads.use(threads);
        SequenceShape shape = SequenceShape.of(STEPS, SLAB, 3, 1);
        Runner runner = new Runner(dynamics(), new Coefficients(3), shape, type, KernelChoice.AUTOMATIC);
        EnumSet<Coefficient> all = EnumSet.allOf(Coefficient.class);
        return new Result(
                runner.forward(input(), null, false, false),
                runner.backward(input(), null, Upstream.onOutput(gradient()), all));
    }

    private static AffineDynamics dynamics() {
        return Configurations.outputs(Reset.toValue(0), ATan.ofAlpha(2), FireCondition.AT_THRESHOLD)
                .findFirst()
                .orElseThrow();
    }

    private static double[] input() {
        return RandomArrays.uniform(new SplittableRandom(6), STEPS * SLAB, -0.3, 0.6);
    }

    private static double[] gradient() {
        return RandomArrays.uniform(new SplittableRandom(7), STEPS * SLAB, -1, 1);
    }

    private static double[] columns(double[] all, int from, int count) {
        double[] part = new double[STEPS * count];
        for (int t = 0; t < STEPS; t++) {
            System.arraycopy(all, t * SLAB + from, part, t * count, count);
        }
        return part;
    }
}
