package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.neuron.equation.SmoothStep;
import org.spike4j.neuron.kernel.CoefficientGradients;
import org.spike4j.neuron.kernel.Coefficients;
import org.spike4j.neuron.kernel.KernelChoice;
import org.spike4j.neuron.kernel.NeuronStream;
import org.spike4j.neuron.kernel.ProgramDynamics;
import org.spike4j.neuron.kernel.RandomArrays;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.kernel.StepCoefficient;
import org.spike4j.neuron.kernel.Upstream;
import org.spike4j.neuron.surrogate.SmoothSpike;

/**
 * What every model that is given by its equations keeps, tested on several variants of each.
 *
 * @param <M> the model
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EquationModelContract<M extends EquationModel> {
    /** The same few operations in another order, relative to values of about 1. */
    private static final double ROUNDING = 1e-12;

    private static final double STEP = 1e-6;
    /** Rounding of a loss of about 10, over 2e-6, and the curvature of the surrogates. */
    private static final double FINITE_DIFFERENCE = 1e-6;

    private static final int STEPS = 12;

    /** States behind a step, in the model's order, and the output. */
    record Step(double[] states, double output) {}

    /** Variants over every option of the model. */
    abstract Stream<M> models();

    /** The states before the first step, as the model documents them. */
    abstract double[] documentedStart(M model);

    /** The update that the model documents, written anew. */
    abstract Step documentedStep(M model, double[] states, double x);

    /** The range of inputs in which the model both spikes and rests. */
    double[] inputRange(M model) {
        return new double[] {-0.5, 1.8};
    }

    /** Largest difference of a float from the reference over a few steps, relative to the largest value. */
    double floatTolerance(M model) {
        return 1e-4;
    }

    /** Step of the finite differences of the smooth model, relative to values of at least 1. */
    double finiteStep(M model) {
        return STEP;
    }

    @ParameterizedTest
    @MethodSource("models")
    void stepEqualsDocumentedUpdate(M model) {
        int slab = 5;
        int steps = 40;
        double[] input = input(model, steps * slab);
        Runner.Forward forward =
                Runner.reference(model, SequenceShape.of(steps, slab, 1, slab)).forward(input, null);
        for (int k = 0; k < slab; k++) {
            double[] states = documentedStart(model);
            for (int t = 0; t < steps; t++) {
                double output = 0;
                for (int u = 0; u < model.subSteps(); u++) {
                    Step step = documentedStep(model, states, input[t * slab + k]);
                    states = step.states();
                    boolean adds = model.dynamics().fires();
                    output = adds ? output + step.output() : step.output();
                }
                assertThat(forward.output()[t * slab + k]).as("y of step %s", t).isCloseTo(output, scaled(output));
            }
            for (int s = 0; s < states.length; s++) {
                assertThat(forward.finalState()[s * slab + k])
                        .as("state %s", s)
                        .isCloseTo(states[s], scaled(states[s]));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void gradientsAreFiniteDifferencesOfTheSmoothModel(M model) {
        ProgramDynamics dynamics = (ProgramDynamics) model.dynamics();
        assertThat(model.step().surrogate())
                .as("surrogate of the tested model")
                .matches(s -> s == null || s instanceof SmoothSpike);
        Coefficients own = ConstantValues.of(model, 1).coefficients();
        double[] coefficients =
                dynamics.coefficients().stream().mapToDouble(c -> own.get(c, 0)).toArray();
        double[] initial = new double[dynamics.stateCount()];
        Arrays.setAll(initial, dynamics::initialState);
        double[] x = input(model, STEPS);
        double[] weights = RandomArrays.normal(new SplittableRandom(4), STEPS);
        SmoothStep smooth = new SmoothStep(dynamics.program(), x, weights);
        double[] gradient = smooth.gradient(coefficients, initial);
        double scale = Math.max(1, Arrays.stream(gradient).map(Math::abs).max().orElse(1));
        double[][] all = {x, initial, coefficients};
        int at = 0;
        for (double[] changed : all) {
            for (int k = 0; k < changed.length; k++) {
                double value = changed[k];
                double step = finiteStep(model) * Math.max(1, Math.abs(value));
                changed[k] = value + step;
                double above = smooth.loss(coefficients, initial, x);
                changed[k] = value - step;
                double below = smooth.loss(coefficients, initial, x);
                changed[k] = value;
                assertThat(gradient[at])
                        .as("gradient %s", at)
                        .isCloseTo((above - below) / (2 * step), within(FINITE_DIFFERENCE * scale));
                at++;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void pullBackIsTheTransposedJacobianOfTheCoefficients(M model) {
        double[] at = model.constants().stream().mapToDouble(Constant::value).toArray();
        int count = model.dynamics().coefficients().size();
        double[] gradient = RandomArrays.normal(new SplittableRandom(2), count);
        double[] pulled = new double[at.length];
        model.pullBack(at, gradient, pulled);
        for (int k = 0; k < at.length; k++) {
            double step = STEP * Math.max(1e-3, Math.abs(at[k]));
            double above = product(gradient, coefficients(model, at, k, step, count));
            double below = product(gradient, coefficients(model, at, k, -step, count));
            double difference = (above - below) / (2 * step);
            assertThat(pulled[k])
                    .as("gradient of %s", model.constants().get(k).name())
                    .isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(difference))));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void vectorsGiveWhatTheReferenceGives(M model) {
        for (int slab : new int[] {1, 3, 63, 207}) {
            SequenceShape shape = SequenceShape.of(STEPS, slab, 1, slab);
            Runner reference = Runner.reference(model, shape).inFloat(KernelChoice.SCALAR);
            Runner fast = reference.inFloat(KernelChoice.AUTOMATIC);
            double[] input = input(model, STEPS * slab);
            assertClose(
                    model,
                    fast.forward(input, null).output(),
                    reference.forward(input, null).output(),
                    "output");
            assertClose(
                    model,
                    fast.forward(input, null).finalState(),
                    reference.forward(input, null).finalState(),
                    "state");
            Upstream upstream = new Upstream(
                    RandomArrays.normal(new SplittableRandom(6), STEPS * slab),
                    RandomArrays.normal(new SplittableRandom(7), STEPS * slab),
                    null);
            Set<? extends StepCoefficient> wanted = reference.allCoefficients();
            Runner.Backward expected = reference.backward(input, null, upstream, wanted);
            Runner.Backward actual = fast.backward(input, null, upstream, wanted);
            assertClose(model, actual.input(), expected.input(), "input gradient");
            assertClose(model, actual.initialState(), expected.initialState(), "state gradient");
            assertClose(
                    model,
                    of(actual.coefficients(), wanted),
                    of(expected.coefficients(), wanted),
                    "coefficient gradient");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void stepByStepEqualsTheSequenceToTheLastBit(M model) {
        for (KernelChoice choice : KernelChoice.values()) {
            for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
                int slab = 7;
                Coefficients coefficients = ConstantValues.of(model, 1).coefficients();
                double[] input = input(model, STEPS * slab);
                Runner whole = new Runner(
                        model.dynamics(), coefficients, SequenceShape.of(STEPS, slab, 1, slab), type, choice);
                Runner one =
                        new Runner(model.dynamics(), coefficients, SequenceShape.of(1, slab, 1, slab), type, choice);
                double[] output = whole.forward(input, null).output();
                double[] state = null;
                for (int t = 0; t < STEPS; t++) {
                    Runner.Forward step = one.forward(Arrays.copyOfRange(input, t * slab, (t + 1) * slab), state);
                    state = step.finalState();
                    assertThat(step.output()).isEqualTo(Arrays.copyOfRange(output, t * slab, (t + 1) * slab));
                }
                assertThat(state).isEqualTo(whole.forward(input, null).finalState());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void streamEqualsTheSequence(M model) {
        int slab = 7;
        Coefficients coefficients = ConstantValues.of(model, 1).coefficients();
        double[] input = input(model, STEPS * slab);
        double[] output = new Runner(
                        model.dynamics(),
                        coefficients,
                        SequenceShape.of(STEPS, slab, 1, slab),
                        DataType.FLOAT,
                        KernelChoice.AUTOMATIC)
                .forward(input, null)
                .output();
        NeuronStream stream = NeuronStream.of(model.dynamics(), coefficients, slab, KernelChoice.AUTOMATIC);
        float[] row = new float[slab];
        float[] saved = new float[stream.stateLength()];
        for (int t = 0; t < STEPS; t++) {
            for (int k = 0; k < slab; k++) {
                row[k] = (float) input[t * slab + k];
            }
            stream.save(saved, 0);
            stream.restore(saved, 0);
            stream.step(row, row);
            for (int k = 0; k < slab; k++) {
                assertThat(row[k]).isEqualTo((float) output[t * slab + k]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void jsonKeepsTheModel(M model) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        String text = json.writerFor(NeuronModel.class).writeValueAsString(model);
        assertThat(json.readValue(text, NeuronModel.class)).isEqualTo(model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void inputsOfTheTestsMakeSomeStepsSpike(M model) {
        if (model.dynamics().fires()) {
            int slab = 20;
            double[] output = Runner.reference(model, SequenceShape.of(60, slab, 1, slab))
                    .forward(input(model, 60 * slab), null)
                    .output();
            double spikes = Arrays.stream(output).filter(y -> y != 0).count();
            assertThat(spikes).isBetween(1.0, output.length - 1.0);
        }
    }

    private double[] input(M model, int length) {
        double[] range = inputRange(model);
        return RandomArrays.uniform(new SplittableRandom(1), length, range[0], range[1]);
    }

    private void assertClose(M model, double[] actual, double[] expected, String what) {
        double scale =
                Math.max(1e-3, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        for (int k = 0; k < expected.length; k++) {
            assertThat(actual[k]).as("%s %s", what, k).isCloseTo(expected[k], within(floatTolerance(model) * scale));
        }
    }

    private static double[] of(CoefficientGradients gradients, Set<? extends StepCoefficient> wanted) {
        return wanted.stream().mapToDouble(c -> gradients.get(c, 0)).toArray();
    }

    private static org.assertj.core.data.Offset<Double> scaled(double value) {
        return within(ROUNDING * Math.max(1, Math.abs(value)));
    }

    private static double[] coefficients(EquationModel model, double[] at, int changed, double step, int count) {
        double[] constants = at.clone();
        constants[changed] += step;
        double[] coefficients = new double[count];
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
