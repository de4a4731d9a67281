package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.ConstantValues;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Lif;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.Tap;
import org.spike4j.neuron.surrogate.ATan;

/** What the facade refuses, and in which words. */
class SpikeKernelsTest {
    private static final SequenceShape SHAPE = SequenceShape.of(4, 6, 3, 1);
    private static final Lif LIF = Lif.withTauInSteps(2);
    private static final Coefficients COEFFICIENTS = ConstantValues.of(LIF, 3).coefficients();

    private static INDArray floats(long... shape) {
        return Nd4j.zeros(DataType.FLOAT, shape);
    }

    static Stream<Arguments> refused() {
        INDArray ok = floats(4, 6);
        INDArray gaps = floats(4, 12).get(NDArrayIndex.all(), NDArrayIndex.interval(0, 6));
        return Stream.of(
                Arguments.of("input must hold 24 elements of FLOAT", ForwardArrays.of(floats(4, 5), ok)),
                Arguments.of("output must hold 24 elements of FLOAT", ForwardArrays.of(ok, floats(25))),
                Arguments.of(
                        "output must hold 24 elements of FLOAT, was DOUBLE",
                        ForwardArrays.of(ok, Nd4j.zeros(DataType.DOUBLE, 4, 6))),
                Arguments.of(
                        "input must be FLOAT or DOUBLE, was INT", ForwardArrays.of(Nd4j.zeros(DataType.INT, 4, 6), ok)),
                Arguments.of("input must be dense in memory, was a view with gaps; dup()", ForwardArrays.of(gaps, ok)),
                Arguments.of("output must be dense in memory", ForwardArrays.of(ok, gaps)),
                Arguments.of(
                        "membrane must hold 24 elements",
                        ForwardArrays.of(ok, ok.dup()).withTraces(floats(6), null)),
                Arguments.of(
                        "carried must hold 24 elements",
                        ForwardArrays.of(ok, ok.dup()).withTraces(null, floats(6))),
                Arguments.of(
                        "initialState must hold 6 elements",
                        ForwardArrays.of(ok, ok.dup()).withState(floats(12), null)),
                Arguments.of(
                        "finalState must hold 6 elements",
                        ForwardArrays.of(ok, ok.dup()).withState(null, floats(12))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void forwardNamesTheTensorThatDoesNotFit(String sentence, ForwardArrays arrays) {
        refuses(() -> SpikeKernels.forward(LIF.dynamics(), COEFFICIENTS, SHAPE, arrays), sentence);
    }

    static Stream<Arguments> refusedBackward() {
        INDArray ok = floats(4, 6);
        return Stream.of(
                Arguments.of("outputGradient must hold 24", BackwardArrays.of(ok, floats(4, 5), null)),
                Arguments.of("inputGradient must hold 24", BackwardArrays.of(ok, ok, floats(4, 5))),
                Arguments.of(
                        "membraneGradient must hold 24",
                        BackwardArrays.of(ok, ok, null).withTraceGradients(floats(4, 5), null)),
                Arguments.of(
                        "carriedGradient must hold 24",
                        BackwardArrays.of(ok, ok, null).withTraceGradients(null, floats(4, 5))),
                Arguments.of(
                        "initialStateGradient must hold 6",
                        BackwardArrays.of(ok, ok, null).withState(null, floats(4, 6))));
    }

    @ParameterizedTest
    @MethodSource("refusedBackward")
    void backwardNamesTheTensorThatDoesNotFit(String sentence, BackwardArrays arrays) {
        refuses(
                () -> SpikeKernels.backward(
                        LIF.dynamics(), COEFFICIENTS, SHAPE, arrays, EnumSet.noneOf(Coefficient.class)),
                sentence);
    }

    @ParameterizedTest
    @EnumSource(KernelChoice.class)
    void notANumberIsReportedWithItsCauses(KernelChoice choice) {
        INDArray input = floats(4, 6);
        input.putScalar(new long[] {1, 5}, Double.NaN);
        refuses(
                () -> SpikeKernels.forward(
                        LIF.dynamics(), COEFFICIENTS, SHAPE, ForwardArrays.of(input, floats(4, 6)), choice),
                "the membrane became NaN: the input, the state or a coefficient of the neurons is NaN;"
                        + " check the data for NaN, and the learning rate if it appeared in training");
    }

    @Test
    void coefficientsMustBeNumbers() {
        Coefficients coefficients = new Coefficients(3);
        refuses(
                () -> coefficients.set(Coefficient.THRESHOLD, 1, Double.NaN, 1),
                "THRESHOLD must be a finite number, was NaN in channel 1");
    }

    @Test
    void coefficientsMustFitTheChannels() {
        refuses(() -> new Coefficients(3).set(Coefficient.DECAY, 1, 2), "DECAY needs 1 or 3 values, were 2");
        refuses(
                () -> SpikeKernels.forward(
                        LIF.dynamics(), new Coefficients(2), SHAPE, ForwardArrays.of(floats(4, 6), floats(4, 6))),
                "coefficients are for 2 channels, the sequence has 3");
    }

    @Test
    void aDelayedResetCannotBeCombinedWithALeakBehindIt() {
        Coefficients coefficients = new Coefficients(3);
        coefficients.set(Coefficient.LEAK, 0.5);
        Lif delayed = LIF.withReset(Reset.subtract().inNextStep());
        refuses(
                () -> SpikeKernels.forward(
                        delayed.dynamics(), coefficients, SHAPE, ForwardArrays.of(floats(4, 6), floats(4, 6))),
                "a reset in the next step cannot be combined with a leak after the reset; use SAME_STEP");
    }

    @Test
    void whatNeverFiresCannotReset() {
        refuses(
                () -> new AffineDynamics(
                        FireCondition.NEVER,
                        Reset.toValue(0).inNextStep(),
                        ATan.ofAlpha(2),
                        Tap.MEMBRANE,
                        Activation.IDENTITY,
                        false,
                        0,
                        false),
                "a neuron that never fires cannot reset; its reset must be NONE, was TO_VALUE");
    }

    @Test
    void gradientsThatWereNotWantedAreRefused() {
        CoefficientGradients gradients = SpikeKernels.backward(
                LIF.dynamics(),
                COEFFICIENTS,
                SHAPE,
                BackwardArrays.of(floats(4, 6), floats(4, 6), null),
                EnumSet.of(Coefficient.DECAY));
        refuses(() -> gradients.get(Coefficient.GAIN, 0), "GAIN was not among the wanted gradients [DECAY]");
    }

    @Test
    void sequencesMustHaveWholeChannels() {
        refuses(
                () -> SequenceShape.of(1, 7, 3, 1),
                "slab of 7 elements must be a multiple of channels * inner = 3 * 1");
        refuses(() -> SequenceShape.of(0, 6, 3, 1), "must be >= 1");
    }

    @Test
    void threadsMustBePositive() {
        refuses(() -> KernelThreads.use(0), "threads must be >= 1, was 0");
    }

    @Test
    void denseTensorsOfAnyOrderAreTaken() {
        INDArray input = Nd4j.ones(DataType.FLOAT, 6, 4).transpose();
        INDArray output = Nd4j.create(DataType.FLOAT, new long[] {6, 4}, 'f');
        SpikeKernels.forward(LIF.dynamics(), COEFFICIENTS, SHAPE, ForwardArrays.of(input, output));
        assertThat(output.sumNumber().doubleValue()).isZero(); // v -> 1 from below
    }

    private static void refuses(ThrowingCallable call, String sentence) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(sentence);
    }
}
