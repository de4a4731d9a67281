package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.CurrentLif;
import org.spike4j.neuron.EquationNeuron;
import org.spike4j.neuron.Inhibited;
import org.spike4j.neuron.Liaf;
import org.spike4j.neuron.NeuronModel;
import org.spike4j.neuron.Tap;

/** Lateral inhibition between neurons that are compiled from equations. */
class ProgramInhibitionTest {
    private static final int STEPS = 12;
    private static final int SLAB = 24;
    /** Two samples of three channels of four places. */
    private static final SequenceShape SHAPE = SequenceShape.of(STEPS, SLAB, 3, 4);

    /** The threshold is a state: each spike raises it, so the largest membrane need not win. */
    private static final EquationNeuron TIRED = EquationNeuron.of("""
            state v = 0
            state theta = 0.5
            dv/dt = (i - v) / (3 ms)
            dtheta/dt = (0.5 - theta) / (8 ms)
            spike when v >= theta
            on spike: v = 0; theta += 0.4
            """);

    private final double[] input =
            RandomArrays.rounded(RandomArrays.uniform(new SplittableRandom(1), STEPS * SLAB, -0.2, 3));
    private final double[] gradient = RandomArrays.rounded(RandomArrays.normal(new SplittableRandom(2), STEPS * SLAB));

    static NeuronModel[] neurons() {
        return new NeuronModel[] {TIRED, TIRED.withSubSteps(2), CurrentLif.withTaus(4e-3, 2e-3)};
    }

    private static Runner runner(Dynamics dynamics, NeuronModel model, DataType type) {
        Coefficients coefficients = ConstantValues.of(model, 3).coefficients();
        return new Runner(dynamics, coefficients, SHAPE, type, KernelChoice.AUTOMATIC);
    }

    private static Runner inhibited(NeuronModel model, DataType type) {
        return runner(Inhibited.of(model).dynamics(), model, type);
    }

    @Test
    void aTiredNeuronLosesToOneWithASmallerMembraneByHand() {
        EquationNeuron neuron = EquationNeuron.of("""
                state v = 0
                state theta = 1
                v = v + i
                spike when v >= theta
                on spike: v = 0; theta += 1
                """);
        Runner runner = Runner.reference(Inhibited.of(neuron), SequenceShape.of(2, 2, 2, 1));
        // step 0: only the first fires, its threshold becomes 2; step 1: h = (2.5, 1.75), h - theta = (0.5, 0.75)
        assertThat(runner.forward(new double[] {1, 0.25, 2.5, 1.5}, null).output())
                .containsExactly(1, 0, 0, 1);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void maskedSpikesAreThoseOfTheNeuronAlone(NeuronModel model) {
        for (DataType type : new DataType[] {DataType.FLOAT, DataType.DOUBLE}) {
            Runner.Forward alone = runner(model.dynamics(), model, type).forward(input, null, true, false);
            Runner.Forward masked = inhibited(model, type).forward(input, null, true, false);
            double[] mask = mask(model, type);
            double[] expected = product(mask, alone.output());
            assertThat(masked.output()).isEqualTo(expected);
            assertThat(expected).isNotEqualTo(alone.output());
            assertThat(Arrays.stream(expected).filter(y -> y > 0).count()).isGreaterThan(STEPS);
            assertThat(masked.membrane()).isEqualTo(alone.membrane());
            assertThat(masked.finalState()).isEqualTo(alone.finalState());
        }
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void gradientsAreThoseOfAMaskedUpstreamGradient(NeuronModel model) {
        Upstream upstream = Upstream.onOutput(product(mask(model, DataType.DOUBLE), gradient));
        Set<? extends StepCoefficient> wanted = Set.of(Coefficient.GAIN, Coefficient.DRIVE);
        Runner.Backward expected =
                runner(model.dynamics(), model, DataType.DOUBLE).backward(input, null, upstream, wanted);
        double[] before = gradient.clone();
        Runner.Backward actual =
                inhibited(model, DataType.DOUBLE).backward(input, null, Upstream.onOutput(gradient), wanted);
        assertThat(gradient).as("the caller's gradient").isEqualTo(before);
        assertThat(actual.input()).isEqualTo(expected.input());
        assertThat(actual.initialState()).isEqualTo(expected.initialState());
        assertThat(Arrays.stream(actual.input()).filter(g -> g != 0).count()).isPositive();
        for (StepCoefficient coefficient : wanted) {
            for (int channel = 0; channel < 3; channel++) {
                assertThat(actual.coefficients().get(coefficient, channel))
                        .isEqualTo(expected.coefficients().get(coefficient, channel));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT", "DOUBLE"})
    void theLastStateMayBeWrittenOverTheFirst(DataType type) {
        Dynamics dynamics = Inhibited.of(TIRED).dynamics();
        Coefficients coefficients = ConstantValues.of(TIRED, 3).coefficients();
        Runner.Forward whole = inhibited(TIRED, type).forward(input, null, false, false);
        INDArray state = Nd4j.zeros(type, 2 * SLAB);
        for (int k = SLAB; k < 2 * SLAB; k++) {
            state.putScalar(k, 0.5);
        }
        for (int t = 0; t < STEPS; t += 4) {
            INDArray now = Nd4j.createFromArray(Arrays.copyOfRange(input, t * SLAB, (t + 4) * SLAB))
                    .castTo(type);
            INDArray output = Nd4j.create(type, 4 * SLAB);
            SpikeKernels.forward(
                    dynamics,
                    coefficients,
                    SequenceShape.of(4, SLAB, 3, 4),
                    ForwardArrays.of(now, output).withState(state, state));
            assertThat(output.castTo(DataType.DOUBLE).toDoubleVector())
                    .isEqualTo(Arrays.copyOfRange(whole.output(), t * SLAB, (t + 4) * SLAB));
        }
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void aStreamMasksToo(NeuronModel model) {
        int channels = 3;
        int positions = 8;
        Coefficients coefficients = ConstantValues.of(model, channels).coefficients();
        Dynamics dynamics = Inhibited.of(model).dynamics();
        SequenceShape shape = SequenceShape.of(STEPS, SLAB, channels, 1);
        double[] expected = new Runner(dynamics, coefficients, shape, DataType.FLOAT, KernelChoice.AUTOMATIC)
                .forward(input, null, false, false)
                .output();
        NeuronStream stream = NeuronStream.of(dynamics, coefficients, positions, KernelChoice.AUTOMATIC);
        float[] state = new float[stream.stateLength()];
        float[] row = new float[SLAB];
        for (int t = 0; t < STEPS; t++) {
            stream.save(state, 0);
            stream.reset();
            stream.restore(state, 0);
            for (int k = 0; k < SLAB; k++) {
                row[k] = (float) input[t * SLAB + k];
            }
            stream.step(row, row);
            for (int k = 0; k < SLAB; k++) {
                assertThat((double) row[k]).isEqualTo(expected[t * SLAB + k]);
            }
        }
    }

    @Test
    void onlySpikesCanBeInhibited() {
        assertThatThrownBy(() -> Inhibited.of(Liaf.of(CurrentLif.withTaus(4e-3, 2e-3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("was MEMBRANE");
    }

    private static double[] product(double[] mask, double[] values) {
        double[] product = values.clone();
        for (int k = 0; k < product.length; k++) {
            product[k] *= mask[k];
        }
        return product;
    }

    /** 1 for the channel of each sample and place whose membrane is farthest above its threshold. */
    private double[] mask(NeuronModel model, DataType type) {
        double[] distance = runner(
                        model.dynamics().withOutput(Tap.DISTANCE, org.spike4j.neuron.Activation.IDENTITY), model, type)
                .forward(input, null, false, false)
                .output();
        double[] mask = new double[distance.length];
        for (int first = 0; first < distance.length; first += 12) {
            for (int place = first; place < first + 4; place++) {
                int best = place;
                best = distance[place + 4] > distance[best] ? place + 4 : best;
                best = distance[place + 8] > distance[best] ? place + 8 : best;
                mask[best] = 1;
            }
        }
        return mask;
    }
}
