package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.Upstream;

class SigmaDeltaTest extends EquationModelContract<SigmaDelta> {

    @Override
    Stream<SigmaDelta> models() {
        return Stream.of(
                SigmaDelta.withQuantum(0.25),
                new SigmaDelta(0.1, Activation.IDENTITY, List.of()),
                new SigmaDelta(0.1, Activation.TANH, List.of()));
    }

    @Override
    double[] documentedStart(SigmaDelta model) {
        return new double[] {0, 0};
    }

    @Override
    Step documentedStep(SigmaDelta model, double[] states, double x) {
        double sigma = states[0] + x;
        double a = switch (model.activation()) {
            case IDENTITY -> sigma;
            case RELU -> Math.max(0, sigma);
            case TANH -> Math.tanh(sigma);
        };
        double y = model.quantum() * Math.rint((a - states[1]) / model.quantum());
        return new Step(new double[] {sigma, states[1] + y}, y);
    }

    /** With round replaced by the identity, y_t = a_t - a_(t-1), so an input x_t only reaches y_t where a = sigma. */
    @Override
    @ParameterizedTest
    @MethodSource("models")
    void gradientsAreFiniteDifferencesOfTheSmoothModel(SigmaDelta model) {
        SigmaDelta linear = new SigmaDelta(model.quantum(), Activation.IDENTITY, List.of());
        double[] weights = RandomArrays.normal(new SplittableRandom(3), 12);
        double[] input = RandomArrays.uniform(new SplittableRandom(1), 12, -1, 1);
        double[] gradient = Runner.reference(linear, SequenceShape.of(12, 1, 1, 1))
                .backward(input, null, new Upstream(weights, null, null), Set.of())
                .input();
        for (int t = 0; t < 12; t++) {
            assertThat(gradient[t]).isCloseTo(weights[t], within(1e-12));
        }
    }

    @Test
    void whatWasSentIsWithinHalfAQuantumOfTheActivation() {
        double[] input = RandomArrays.uniform(new SplittableRandom(1), 200, -1, 1);
        double[] output = Runner.reference(SigmaDelta.withQuantum(0.25), SequenceShape.of(200, 1, 1, 1))
                .forward(input, null)
                .output();
        double sigma = 0;
        double sent = 0;
        for (int t = 0; t < input.length; t++) {
            sigma += input[t];
            sent += output[t];
            assertThat(sent).isCloseTo(Math.max(0, sigma), within(0.125 + 1e-12));
        }
    }
}
