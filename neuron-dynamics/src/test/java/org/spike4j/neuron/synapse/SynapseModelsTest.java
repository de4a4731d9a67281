package org.spike4j.neuron.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.neuron.Constant;
import org.spike4j.neuron.Learned;
import org.spike4j.neuron.Sharing;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.SeriesMap;
import org.spike4j.neuron.kernel.SeriesPass;

class SynapseModelsTest {
    private static final int STEPS = 11;
    private static final double ROUNDING = 1e-14;
    private static final double STEP = 1e-6;
    private static final double FINITE_DIFFERENCE = 1e-8;

    static Stream<SynapseModel> models() {
        return Stream.of(
                AxonalDelay.ofSteps(0),
                AxonalDelay.ofSteps(3),
                AxonalDelay.learned(5).withDelay(2.3),
                AxonalDelay.learned(20).withDelay(14.75),
                AxonalDelay.learned(1).withDelay(0.25),
                GatedExponential.withTauInSteps(4).learned(Sharing.SHARED),
                Exponential.withTauInSteps(2.5).learned(Sharing.PER_CHANNEL),
                DoubleExponential.withTausInSteps(6, 1.5)
                        .withLearned(Learned.shared("tauRise"), Learned.perChannel("gain")),
                AlphaFunction.withTauInSteps(3).learned(Sharing.SHARED));
    }

    static Stream<Arguments> impulseResponses() {
        DoubleExponential both = DoubleExponential.withTausInSteps(6, 1.5);
        return Stream.of(
                response(AxonalDelay.ofSteps(0), t -> t == 0 ? 1 : 0),
                response(AxonalDelay.ofSteps(4), t -> t == 4 ? 1 : 0),
                response(AxonalDelay.learned(8).withDelay(2.25), t -> t == 2 ? 0.75 : t == 3 ? 0.25 : 0),
                response(GatedExponential.withTauInSteps(4), t -> Math.pow(0.75, t)),
                response(Exponential.withTauInSteps(2.5), t -> Math.exp(-t / 2.5)),
                response(both, t -> both.gain() * (Math.exp(-t / 6.0) - Math.exp(-t / 1.5))),
                response(AlphaFunction.withTauInSteps(3), t -> t / 3.0 * Math.exp(1 - t / 3.0)));
    }

    private static Arguments response(SynapseModel model, IntToDoubleFunction expected) {
        return Arguments.of(model, expected);
    }

    @ParameterizedTest
    @MethodSource("impulseResponses")
    void oneSpikeGivesTheDocumentedResponse(SynapseModel model, IntToDoubleFunction expected) {
        double[] spike = new double[STEPS];
        spike[0] = 1;
        double[] output = forward(model, constants(model), new double[model.stateCount()], spike);
        for (int t = 0; t < STEPS; t++) {
            assertThat(output[t]).isCloseTo(expected.applyAsDouble(t), within(ROUNDING));
        }
    }

    @Test
    void theGatedFilterDoesNotLeakWhileItIsHit() {
        GatedExponential filter = GatedExponential.withTauInSteps(2);
        double[] output = forward(filter, constants(filter), new double[1], new double[] {1, 1, 0, 1, 0});
        assertThat(output).containsExactly(1, 2, 1, 2, 1);
    }

    @Test
    void theDoubleExponentialPeaksAtOne() {
        DoubleExponential filter = DoubleExponential.withTausInSteps(60, 15);
        double[] spike = new double[100];
        spike[0] = 1;
        double[] output = forward(filter, constants(filter), new double[2], spike);
        assertThat(Arrays.stream(output).max().getAsDouble()).isBetween(0.9999, 1.0);
    }

    @ParameterizedTest
    @MethodSource("models")
    void piecesHaveTheBitsOfTheWhole(SynapseModel model) {
        double[] input = RandomArrays.normal(new SplittableRandom(1), STEPS);
        double[] state = RandomArrays.normal(new SplittableRandom(2), model.stateCount());
        double[] whole = forward(model, constants(model), state.clone(), input);
        double[] carried = state.clone();
        int at = 0;
        for (int piece : new int[] {1, 4, 2, 1, 3}) {
            double[] part = forward(model, constants(model), carried, Arrays.copyOfRange(input, at, at + piece));
            assertThat(part).containsExactly(Arrays.copyOfRange(whole, at, at + piece));
            at += piece;
        }
        assertThat(at).isEqualTo(STEPS);
    }

    @ParameterizedTest
    @MethodSource("models")
    void gradientsAreFiniteDifferences(SynapseModel model) {
        SplittableRandom random = new SplittableRandom(3);
        double[] input = RandomArrays.normal(random, STEPS);
        double[] state = RandomArrays.normal(random, model.stateCount());
        double[] upstream = RandomArrays.normal(random, STEPS);
        double[] constants = constants(model);
        double[] inputGradient = new double[STEPS];
        double[] constantGradient = new double[constants.length];
        model.backward(
                constants,
                new SeriesPass(state.clone(), input, upstream, inputGradient, new double[model.stateCount() * STEPS]),
                constantGradient);
        for (int k = 0; k < STEPS; k++) {
            double[] up = moved(input, k, STEP);
            double[] down = moved(input, k, -STEP);
            double difference =
                    loss(model, constants, state, up, upstream) - loss(model, constants, state, down, upstream);
            assertThat(inputGradient[k]).isCloseTo(difference / (2 * STEP), within(FINITE_DIFFERENCE));
        }
        for (int k = 0; k < constants.length; k++) {
            // a whole delay is a kink, whose derivative is that from the right
            boolean kink = model instanceof AxonalDelay && constants[k] == Math.rint(constants[k]);
            boolean end = kink && constants[k] == ((AxonalDelay) model).maxDelay();
            double right = end ? 0 : STEP;
            double left = kink && !end ? 0 : STEP;
            double difference = loss(model, moved(constants, k, right), state, input, upstream)
                    - loss(model, moved(constants, k, -left), state, input, upstream);
            assertThat(constantGradient[k]).isCloseTo(difference / (left + right), within(FINITE_DIFFERENCE));
        }
    }

    private static double[] moved(double[] values, int k, double by) {
        double[] moved = values.clone();
        moved[k] += by;
        return moved;
    }

    private static double loss(
            SynapseModel model, double[] constants, double[] state, double[] input, double[] upstream) {
        double[] output = forward(model, constants, state.clone(), input);
        double loss = 0;
        for (int t = 0; t < STEPS; t++) {
            loss += upstream[t] * output[t];
        }
        return loss;
    }

    private static double[] forward(SeriesMap map, double[] constants, double[] state, double[] input) {
        double[] output = new double[input.length];
        map.forward(constants, state, input, output);
        return output;
    }

    private static double[] constants(SynapseModel model) {
        return model.constants().stream().mapToDouble(Constant::value).toArray();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 1.49, 1.5, 3.7})
    void inferenceRoundsWhereItIsAskedTo(double delay) {
        AxonalDelay exact = AxonalDelay.learned(5).withDelay(delay);
        double[] input = RandomArrays.normal(new SplittableRandom(4), STEPS);
        AxonalDelay whole = new AxonalDelay(Math.round(delay), 5, false, List.of());
        double[] expected = forward(whole, constants(whole), new double[5], input);
        SeriesMap rounded = exact.withRoundedInference(true).inInference();
        assertThat(forward(rounded, constants(exact), new double[5], input)).containsExactly(expected);
        assertThat(exact.inInference()).isSameAs(exact);
    }

    @ParameterizedTest
    @MethodSource("models")
    void jsonKeepsTheModel(SynapseModel model) throws java.io.IOException {
        ObjectMapper json = new ObjectMapper();
        json.configure(org.nd4j.shade.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        String text = json.writeValueAsString(model);
        assertThat(json.readValue(text, SynapseModel.class)).isEqualTo(model);
    }

    @Test
    void learnedConstantsGoThroughTheirDomains() {
        LearnedSynapse shared =
                new LearnedSynapse(GatedExponential.withTauInSteps(4).learned(Sharing.SHARED), 3);
        assertThat(shared.count()).isEqualTo(1);
        assertThat(shared.initial()[0]).isCloseTo(-Math.log(3), within(ROUNDING));
        double[] raw = {0.7};
        double k = 1 / (1 + Math.exp(-0.7));
        assertThat(shared.values(raw)).isDeepEqualTo(new double[][] {{k}, {k}, {k}});
        assertThat(shared.gradient(raw, new double[][] {{1}, {2}, {4}})[0])
                .isCloseTo(7 * k * (1 - k), within(ROUNDING));
        LearnedSynapse each = new LearnedSynapse(AxonalDelay.learned(6), 2);
        assertThat(each.initial()).containsExactly(0, 0);
        assertThat(each.values(new double[] {-1e3, 1e3})).isDeepEqualTo(new double[][] {{0}, {6}});
        assertThat(each.gradient(each.initial(), new double[][] {{1}, {2}})).containsExactly(1.5, 3);
    }

    @Test
    void wrongConstantsAreRefused() {
        assertThatThrownBy(() -> AxonalDelay.ofSteps(-1)).hasMessageContaining("delay must be from 0 to maxDelay");
        assertThatThrownBy(() -> AxonalDelay.learned(0)).hasMessageContaining("maxDelay must be >= 1");
        assertThatThrownBy(() -> AxonalDelay.learned(4).withDelay(4)).hasMessageContaining("to be learned");
        assertThatThrownBy(() -> GatedExponential.withTauInSteps(0.5)).hasMessageContaining("k must be above 0");
        assertThatThrownBy(() -> Exponential.withTauInSteps(0)).hasMessageContaining("tau must be > 0 steps");
        assertThatThrownBy(() -> DoubleExponential.withTausInSteps(2, 2)).hasMessageContaining("AlphaFunction");
        assertThatThrownBy(() -> DoubleExponential.withTausInSteps(3, 2).withLearned(Learned.shared("tau")))
                .hasMessageContaining("[tauDecay, tauRise, gain]");
    }

    /** Without delays that lie between two steps, and spread a value over both. */
    static Stream<SynapseModel> exact() {
        return models().filter(model -> !(model instanceof AxonalDelay axon && axon.delay() % 1 != 0));
    }

    /** A value that arrives at the end of a step and silence around it: decays and delays are exact at common times. */
    @ParameterizedTest
    @MethodSource("exact")
    void halfTheStepGivesTheSameValuesAtCommonTimes(SynapseModel model) {
        double[] input = new double[STEPS];
        double[] twice = new double[2 * STEPS];
        input[1] = 1;
        twice[3] = 1;
        SynapseModel half = model.withTimeScale(0.5);
        double[] whole = output(model, input);
        double[] halves = output(half, twice);
        for (int t = 0; t < STEPS; t++) {
            assertThat(halves[2 * t + 1]).as("step %s of %s", t, model).isCloseTo(whole[t], within(1e-12));
        }
    }

    private static double[] output(SynapseModel model, double[] input) {
        double[] output = new double[input.length];
        model.forward(values(model), new double[model.stateCount()], input, output);
        return output;
    }

    private static double[] values(SynapseModel model) {
        return model.constants().stream().mapToDouble(Constant::value).toArray();
    }

    @ParameterizedTest
    @MethodSource("models")
    void thereAndBackIsTheSameModel(SynapseModel model) {
        assertThat(values(model.withTimeScale(1))).containsExactly(values(model), within(1e-15));
        assertThat(values(model.withTimeScale(0.5).withTimeScale(2))).containsExactly(values(model), within(1e-14));
        assertThat(model.atTimeScale(values(model), 0.25)).containsExactly(values(model.withTimeScale(0.25)));
    }

    @Test
    void delaysKeepTheirTimeAndTheirLongestOne() {
        AxonalDelay delay = AxonalDelay.learned(3).withDelay(2.5);
        assertThat(delay.withTimeScale(1 / 3.0).maxDelay()).isEqualTo(9);
        assertThat(delay.withTimeScale(2)).isEqualTo(AxonalDelay.learned(2).withDelay(1.25));
    }
}
