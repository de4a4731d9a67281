package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;

/** A sequence in one pass and the same sequence in passes of one step that carry the state: the same bits. */
class StreamingTest {
    private static final int STEPS = 9;
    private static final int SLAB = 107;

    static Stream<Arguments> runs() {
        return Configurations.resets()
                .flatMap(reset -> Stream.of(DataType.FLOAT, DataType.DOUBLE)
                        .flatMap(type ->
                                Stream.of(KernelChoice.values()).map(choice -> Arguments.of(reset, type, choice))));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void stepByStepGivesTheBitsOfOnePass(Reset reset, DataType type, KernelChoice choice) {
        Configurations.outputs(reset, ATan.ofAlpha(2), FireCondition.AT_THRESHOLD)
                .forEach(dynamics -> compare(dynamics, type, choice));
    }

    private static void compare(AffineDynamics dynamics, DataType type, KernelChoice choice) {
        Coefficients coefficients = Configurations.coefficients(dynamics, SLAB, 3);
        SequenceShape whole = SequenceShape.of(STEPS, SLAB, SLAB, 1);
        Runner runner = new Runner(dynamics, coefficients, whole, type, choice);
        Runner single = runner.withShape(SequenceShape.of(1, SLAB, SLAB, 1));
        double[] input = RandomArrays.uniform(new SplittableRandom(4), STEPS * SLAB, -0.5, 1.5);
        Runner.Forward expected = runner.forward(input, null, true, false);
        double[] state = null;
        for (int t = 0; t < STEPS; t++) {
            double[] now = Arrays.copyOfRange(input, t * SLAB, (t + 1) * SLAB);
            Runner.Forward step = single.forward(now, state, true, false);
            assertThat(step.output()).as("output %s of %s", t, dynamics).isEqualTo(row(expected.output(), t));
            assertThat(step.membrane()).as("membrane %s of %s", t, dynamics).isEqualTo(row(expected.membrane(), t));
            state = step.finalState();
        }
        assertThat(state).as("state of %s", dynamics).isEqualTo(expected.finalState());
    }

    private static double[] row(double[] all, int t) {
        return Arrays.copyOfRange(all, t * SLAB, (t + 1) * SLAB);
    }
}
