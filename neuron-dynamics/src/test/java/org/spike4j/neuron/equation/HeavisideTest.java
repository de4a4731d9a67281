package org.spike4j.neuron.equation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.Upstream;
import org.spike4j.neuron.surrogate.ATan;

class HeavisideTest {
    private static final SequenceShape THREE = SequenceShape.of(1, 3, 1, 3);

    @Test
    void stepsAboveZeroWithTheSlopeOfTheSpikeWithoutBeingOne() {
        EquationNeuron neuron = EquationNeuron.of("s = spike(i, 1)\noutput s + 10 * heaviside(i - 2)")
                .withSurrogate(ATan.ofAlpha(2));
        double[] input = {0.5, 1.5, 2};
        Runner runner = Runner.reference(neuron, THREE);
        assertThat(runner.forward(input, null).output()).containsExactly(0, 1, 1);
        assertThat(runner.forward(new double[] {0, 2.1, 3}, null).output()).containsExactly(0, 11, 11);
        assertThat(runner.forward(input, null).membrane()).containsExactly(input);
        Upstream one = new Upstream(new double[] {1, 1, 1}, null, null);
        double[] gradient = runner.backward(input, null, one, Set.of()).input();
        for (int k = 0; k < input.length; k++) {
            double expected = ATan.ofAlpha(2).derivative(input[k] - 1)
                    + 10 * ATan.ofAlpha(2).derivative(input[k] - 2);
            assertThat(gradient[k]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void needsASurrogate() {
        assertThatThrownBy(() -> EquationNeuron.of("output heaviside(i)").withCondition(FireCondition.NEVER))
                .hasMessageContaining("'heaviside' needs a neuron that fires");
    }
}
