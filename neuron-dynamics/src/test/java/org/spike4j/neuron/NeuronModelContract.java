package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.neuron.kernel.AdjointCheck;
import org.spike4j.neuron.kernel.AffineDynamics;
import org.spike4j.neuron.kernel.Coefficient;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

/**
 * What every neuron model keeps, tested on several variants of each.
 *
 * @param <M> the model
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class NeuronModelContract<M extends NeuronModel> {
    /** The same few operations in another order. */
    private static final double ROUNDING = 1e-13;

    private static final double FINITE_DIFFERENCE = 1e-8;

    /** State of one neuron after a step, what was compared with the threshold, and the output. */
    record Step(double membrane, double output, double carried, double current) {
        static Step start(double carried) {
            return new Step(Double.NaN, Double.NaN, carried, 0);
        }
    }

    /** Variants over every option of the model. */
    abstract Stream<M> models();

    /** The membrane before the first step, as the model documents it. */
    abstract double documentedStart(M model);

    /** The update that the model documents, written anew. */
    abstract Step documentedStep(M model, Step before, double x);

    @ParameterizedTest
    @MethodSource("models")
    void stepEqualsDocumentedUpdate(M model) {
        int steps = 25;
        int slab = 8;
        double[] input = RandomArrays.uniform(new SplittableRandom(1), steps * slab, -0.5, 1.8);
        Runner.Forward forward =
                Runner.reference(model, SequenceShape.of(steps, slab, 1, slab)).forward(input, null);
        for (int k = 0; k < slab; k++) {
            Step step = Step.start(documentedStart(model));
            for (int t = 0; t < steps; t++) {
                int now = t * slab + k;
                step = documentedStep(model, step, input[now]);
                assertThat(forward.membrane()[now]).as("h of step %s", t).isCloseTo(step.membrane(), within(ROUNDING));
                assertThat(forward.output()[now]).as("y of step %s", t).isCloseTo(step.output(), within(ROUNDING));
                assertThat(forward.carried()[now]).as("v of step %s", t).isCloseTo(step.carried(), within(ROUNDING));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void gradientsEqualForwardMode(M model) {
        SequenceShape shape = SequenceShape.of(6, 6, 3, 1);
        AdjointCheck.check(
                (AffineDynamics) model.dynamics(), ConstantValues.of(model, 3).coefficients(), shape, 5);
    }

    @ParameterizedTest
    @MethodSource("models")
    void pullBackIsTheTransposedJacobianOfTheCoefficients(M model) {
        double[] at = model.constants().stream().mapToDouble(Constant::value).toArray();
        double[] gradient = RandomArrays.normal(new SplittableRandom(2), Coefficient.COUNT);
        double[] pulled = new double[at.length];
        model.pullBack(at, gradient, pulled);
        for (int k = 0; k < at.length; k++) {
            double step = 1e-6;
            double above = product(gradient, coefficients(model, at, k, step));
            double below = product(gradient, coefficients(model, at, k, -step));
            assertThat(pulled[k])
                    .as("gradient of %s", model.constants().get(k).name())
                    .isCloseTo((above - below) / (2 * step), within(FINITE_DIFFERENCE));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void jsonKeepsTheModel(M model) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        String text = json.writerFor(NeuronModel.class).writeValueAsString(model);
        assertThat(text).contains("@class");
        assertThat(json.readValue(text, NeuronModel.class)).isEqualTo(model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void constantsHaveDifferentNamesAndLearnedOnesLieInTheirDomain(M model) {
        List<Constant> constants = model.constants();
        assertThat(constants.stream().map(Constant::name)).doesNotHaveDuplicates();
        for (Learned learned : model.learned()) {
            Constant constant = constants.stream()
                    .filter(c -> c.name().equals(learned.constant()))
                    .findFirst()
                    .orElseThrow();
            double raw = constant.domain().raw(constant.value());
            assertThat(constant.domain().value(raw)).isCloseTo(constant.value(), within(ROUNDING));
        }
    }

    /** The carried membrane after a reset that was due from the step before. */
    static double resetBefore(Firing firing, double carried) {
        boolean due = firing.reset().timing() == ResetTiming.NEXT_STEP && fires(firing, carried);
        return due && firing.reset().mode() == ResetMode.TO_VALUE
                ? firing.reset().value()
                : carried;
    }

    /** What is taken off the new membrane by a subtraction that was due from the step before. */
    static double taken(Firing firing, double carried) {
        boolean due = firing.reset().timing() == ResetTiming.NEXT_STEP && fires(firing, carried);
        return due && firing.reset().mode() == ResetMode.SUBTRACT ? firing.threshold() : 0;
    }

    /** The membrane after a reset in the same step. */
    static double resetAfter(Firing firing, double membrane) {
        if (firing.reset().timing() == ResetTiming.NEXT_STEP || !fires(firing, membrane)) {
            return membrane;
        }
        return switch (firing.reset().mode()) {
            case NONE -> membrane;
            case SUBTRACT -> membrane - firing.threshold();
            case TO_VALUE -> firing.reset().value();
        };
    }

    static boolean fires(Firing firing, double membrane) {
        return firing.condition() == FireCondition.AT_THRESHOLD
                ? membrane >= firing.threshold()
                : membrane > firing.threshold();
    }

    /** Every reset at another threshold, for the variants of a model. */
    static Stream<Firing> firings() {
        Firing standard = Firing.standard().withThreshold(0.9);
        Stream<Reset> resets = Stream.of(Reset.none(), Reset.subtract(), Reset.toValue(0), Reset.toValue(-0.2));
        return resets.flatMap(reset -> Stream.of(reset, reset.withoutGradient()))
                .flatMap(reset -> Stream.of(
                        standard.withReset(reset),
                        standard.withReset(reset.inNextStep()).withCondition(FireCondition.ABOVE_THRESHOLD)));
    }

    private static double[] coefficients(NeuronModel model, double[] at, int changed, double step) {
        double[] constants = at.clone();
        constants[changed] += step;
        double[] coefficients = Arrays.stream(Coefficient.values())
                .mapToDouble(Coefficient::neutral)
                .toArray();
        model.coefficients(constants, coefficients);
        return coefficients;
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
