package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.Leaky;
import org.spike4j.neuron.LeakyIntegrator;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Tap;

class InhibitionTest {
    private static final int STEPS = 12;
    /** Two samples of three channels of four places. */
    private static final SequenceShape SHAPE = SequenceShape.of(STEPS, 24, 3, 4);

    private static final Leaky NEURON = Leaky.withBeta(0.8).withAmplitude(1.5);
    private static final NeuronModel MODEL = Inhibited.of(NEURON);

    private final double[] input =
            RandomArrays.rounded(RandomArrays.uniform(new SplittableRandom(1), STEPS * 24, -0.2, 1.5));
    private final double[] gradient = RandomArrays.rounded(RandomArrays.normal(new SplittableRandom(2), STEPS * 24));

    private static Runner runner(NeuronModel model, DataType type) {
        Coefficients coefficients =
                ConstantValues.of(model, 3).with("threshold", 1, 0.9, 1.1).coefficients();
        return new Runner(model.dynamics(), coefficients, SHAPE, type, KernelChoice.AUTOMATIC);
    }

    @Test
    void theLargestDistanceToTheThresholdWinsByHand() {
        Coefficients coefficients =
                ConstantValues.of(MODEL, 3).with("threshold", 1, 2, 1).coefficients();
        Runner runner = Runner.reference(MODEL.dynamics(), coefficients, SequenceShape.of(2, 3, 3, 1));
        Runner.Forward forward = runner.forward(new double[] {1.5, 3, 1.25, 0, 0, 0}, null);
        assertThat(forward.output()).containsExactly(0, 1.5, 0, 0, 0, 0);
        // losers have crossed their threshold too, and are reset in the next step
        assertThat(forward.membrane()).containsExactly(1.5, 3, 1.25, 0.8 * 1.5 - 1, 0.8 * 3 - 2, 0.8 * 1.25 - 1);
    }

    @Test
    void theFirstOfEqualsWins() {
        Runner runner = Runner.reference(MODEL, SequenceShape.of(1, 6, 3, 2));
        assertThat(runner.forward(new double[] {0, 2, 3, 2, 3, 2}, null).output())
                .containsExactly(0, 1.5, 1.5, 0, 0, 0);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void maskedSpikesAreThoseOfTheNeuronAlone(DataType type) {
        Runner.Forward alone = runner(NEURON, type).forward(input, null, true, false);
        Runner.Forward inhibited = runner(MODEL, type).forward(input, null, false, false);
        double[] mask = mask(alone.membrane());
        int spikes = 0;
        for (int k = 0; k < input.length; k++) {
            assertThat(inhibited.output()[k]).isEqualTo(mask[k] * alone.output()[k]);
            spikes += inhibited.output()[k] > 0 ? 1 : 0;
        }
        assertThat(spikes).isBetween(STEPS, STEPS * 8 - 1);
        assertThat(inhibited.finalState()).isEqualTo(alone.finalState());
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void gradientsAreThoseOfAMaskedUpstreamGradient(DataType type) {
        EnumSet<Coefficient> wanted = EnumSet.of(Coefficient.DECAY, Coefficient.THRESHOLD, Coefficient.AMPLITUDE);
        double[] mask =
                mask(runner(NEURON, type).forward(input, null, true, false).membrane());
        double[] masked = new double[gradient.length];
        for (int k = 0; k < masked.length; k++) {
            masked[k] = mask[k] * gradient[k];
        }
        Runner.Backward expected = runner(NEURON, type).backward(input, null, Upstream.onOutput(masked), wanted);
        double[] before = gradient.clone();
        Runner.Backward actual = runner(MODEL, type).backward(input, null, Upstream.onOutput(gradient), wanted);
        assertThat(gradient).as("the caller's gradient").isEqualTo(before);
        assertThat(actual.input()).isEqualTo(expected.input());
        assertThat(actual.initialState()).isEqualTo(expected.initialState());
        for (Coefficient coefficient : wanted) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(actual.coefficients().get(coefficient, channel))
                        .isEqualTo(expected.coefficients().get(coefficient, channel));
            }
        }
    }

    @Test
    void onlySpikesCanBeInhibited() {
        assertThatThrownBy(() -> new Inhibited(LeakyIntegrator.perfect()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lateral inhibition masks spikes");
        assertThatThrownBy(() -> new Inhibited(Liaf.of(NEURON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was MEMBRANE");
        assertThatThrownBy(() -> new Liaf(MODEL, Tap.MEMBRANE, Activation.RELU).dynamics())
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 1 for the channel of each sample and place whose membrane is farthest above its threshold. */
    private static double[] mask(double[] membrane) {
        double[] threshold = {1, 0.9, 1.1};
        double[] mask = new double[membrane.length];
        for (int t = 0; t < STEPS; t++) {
            for (int sample = 0; sample < 2; sample++) {
                for (int place = 0; place < 4; place++) {
                    int best = -1;
                    for (int channel = 0; channel < 3; channel++) {
                        int k = t * 24 + sample * 12 + channel * 4 + place;
                        double bestDistance =
                                best < 0 ? Double.NEGATIVE_INFINITY : membrane[best] - threshold[best / 4 % 3];
                        best = membrane[k] - threshold[channel] > bestDistance ? k : best;
                    }
                    mask[best] = 1;
                }
            }
        }
        return mask;
    }
}
