package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;
import org.spike4j.neuron.lifplus.InputAccumulation;
import org.spike4j.neuron.lifplus.MembraneDecay;
import org.spike4j.neuron.lifplus.Refractoriness;
import org.spike4j.neuron.lifplus.Reversal;
import org.spike4j.neuron.lifplus.SpikeInitiation;
import org.spike4j.neuron.lifplus.TriggeredCurrent;

/** Every model at steps of another length, or its refusal. */
class TimeScaledModelsTest {
    private static final int STEPS = 20;
    private static final double EXACT = 1e-10;

    /** How an input of a step is given in the shorter steps that make it up. */
    enum Given {
        /** A current: the same in each of them. */
        HELD,
        /** A charge: all of it in the last, so that it has not decayed when the step ends. */
        AT_THE_END
    }

    /**
     * A model below its threshold.
     *
     * @param tolerance share of the membrane's movement by which half the step may differ: the fastest rate of the model a step,
     *     which bounds the error of a first-order scheme; EXACT where decays alone are discretised
     */
    record Case(NeuronModel model, double input, Given given, double tolerance) {}

    static Stream<Case> cases() {
        LifPlus plus = LifPlus.withKappa(0.1);
        return Stream.of(
                held(AdEx.bretteGerstner(), 300, 0.011),
                held(AdEx.bretteGerstner().withScheme(Scheme.EXPONENTIAL_EULER).withSubSteps(3), 300, 0.011),
                event(AdaptiveCurrentLif.withTaus(10e-3, 5e-3, 0.1), 0.1, 0.2),
                event(AdaptiveExponentialCurrentLif.withTaus(10e-3, 5e-3), 0.05, 0.2),
                held(AdaptiveLif.withTausInSteps(8, 20, 0.5, 0.5), 0.5, 1 / 8.0),
                held(AdaptiveQif.withTausInSteps(8, 20, 0.1, 0.1), 0.1, 1 / 8.0),
                event(AdaptiveThresholdLif.withTaus(10e-3, 5e-3, 0.1), 0.1, 0.2),
                event(AlphaLif.withDecays(0.9, 0.8), 0.05, EXACT),
                held(BalancedResonateAndFire.of(0.5, 8, 0.01), 1, 0.08),
                event(ConductanceLif.cortical(), 0.5, 0.2),
                event(ConductanceLif.cortical().withScheme(Scheme.EULER).withSubSteps(2), 0.5, 0.2),
                event(CubaLif.withDecays(0.9, 0.8), 0.01, 0.2),
                event(CurrentLif.withTaus(10e-3, 5e-3), 0.1, 0.2),
                held(Eif.withTauInSteps(8), -0.3, 1 / 8.0),
                held(Qif.withTauInSteps(8).withScheme(Scheme.EXPONENTIAL_EULER), 0.1, 1 / 8.0),
                event(ExponentialCurrentLif.withTaus(10e-3, 5e-3), 0.05, 0.2),
                held(HodgkinHuxley.squidAxon(), 2, 0.1),
                held(Izhikevich.regularSpiking(), 2, 0.2),
                held(Klif.withTauInSteps(8), 0.5, 1 / 8.0),
                held(Klif.withTauInSteps(8).withScaleReset(true), 0.5, 1 / 8.0),
                held(new Klif(8, 1, true, 0, 0.95, false, Firing.standard(), List.of()), 0.5, 1 / 8.0),
                held(Lapicque.ofCircuit(5, 2, 1), 0.1, 0.1),
                held(MembraneLif.cortical(), 100, EXACT),
                event(RectifiedLeaky.withBeta(0.8), 0.1, EXACT),
                event(RefractoryCubaLif.withTausInSteps(10, 5, 3), 0.1, 0.2),
                event(RefractoryCurrentLif.withTaus(10e-3, 5e-3, 4), 0.1, 0.2),
                held(ResonateAndFire.of(-1, 8, 0.01), 1, 0.08),
                event(SigmaDelta.withQuantum(10), 0.1, EXACT),
                event(Synaptic.withDecays(0.8, 0.9), 0.01, 0.2),
                event(Synaptic.withDecays(0.8, 1), 0.005, 0.2),
                held(plus.withRest(0.1), 0.3, 0.1),
                event(plus.with(new InputAccumulation.Exponential(0.2)), 0.1, 0.2),
                held(plus.with(new SpikeInitiation.Quadratic(0.8)).withRest(0.1), 0.1, 0.1),
                held(plus.with(new SpikeInitiation.Exponential(0.2, 0.9)), 0.2, 0.1),
                event(plus.with(new InputAccumulation.Exponential(0.2)).with(new Reversal.Potential(1)), 0.05, 0.2),
                event(plus.with(new MembraneDecay.Linear(0.01)), 0.02, EXACT),
                held(plus.with(new TriggeredCurrent.Subthreshold(0.05, 0.1, -0.3, 0.1)), 0.4, 0.1),
                held(plus.with(new Refractoriness.Absolute(4)), 0.3, 0.1));
    }

    private static Case held(NeuronModel model, double input, double tolerance) {
        return new Case(model, input, Given.HELD, tolerance);
    }

    private static Case event(NeuronModel model, double input, double tolerance) {
        return new Case(model, input, Given.AT_THE_END, tolerance);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void membranesAtCommonTimesMeet(Case one) {
        double[] whole = membrane(one, 1);
        double[] half = membrane(one, 2);
        double[] quarter = membrane(one, 4);
        double first = difference(whole, half);
        assertThat(first).isLessThanOrEqualTo(one.tolerance * movement(whole));
        if (one.tolerance != EXACT) {
            assertThat(difference(half, quarter))
                    .as("shorter steps come to an end, at order 1")
                    .isLessThan(0.65 * first);
        }
    }

    /** The first state, a membrane, at the ends of the whole steps. */
    private static double[] membrane(Case one, int parts) {
        NeuronModel model = TimeScaling.scale(one.model, 1.0 / parts);
        double[] input = new double[STEPS * parts];
        for (int t = 0; t < input.length; t++) {
            boolean now = one.given == Given.HELD || t % parts == parts - 1;
            input[t] = now ? one.input * (0.5 + 0.25 * (t / parts % 3)) : 0;
        }
        double unit = 1; // the threshold may be counted in another one
        if (one.model instanceof SpikingModel<?> before && model instanceof SpikingModel<?> after) {
            double threshold = after.firing().threshold();
            unit = threshold == before.firing().threshold()
                    ? 1
                    : before.firing().threshold() / threshold;
        }
        double[] membrane = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            double[] until = Arrays.copyOf(input, (t + 1) * parts);
            Runner.Forward run = Runner.reference(model, SequenceShape.of(until.length, 1, 1, 1))
                    .forward(until, null, false, false);
            membrane[t] = unit * run.finalState()[0];
            assertThat(run.output()).as("spikes").containsOnly(0);
        }
        return membrane;
    }

    private static double difference(double[] a, double[] b) {
        double largest = 0;
        for (int t = 0; t < a.length; t++) {
            largest = Math.max(largest, Math.abs(a[t] - b[t]));
        }
        return largest;
    }

    private static double movement(double[] membrane) {
        double low = Arrays.stream(membrane).min().orElseThrow();
        return Arrays.stream(membrane).max().orElseThrow() - low;
    }

    static Stream<NeuronModel> models() {
        return Stream.concat(
                cases().map(Case::model),
                Stream.of(LifPlus.withKappa(0.1)
                        .with(new Refractoriness.Relative(0.2, 0.1, -0.2, 0.1, 0.1, -0.3))
                        .with(new TriggeredCurrent.Adaptation(0.1, 0.2))
                        .with(new InputAccumulation.Alpha(0.3))));
    }

    @ParameterizedTest
    @MethodSource("models")
    void scalingByOneIsTheIdentity(NeuronModel model) {
        assertConstantsEqual(TimeScaling.scale(model, 1), model);
    }

    @ParameterizedTest
    @MethodSource("models")
    void thereAndBackIsTheSameNeuron(NeuronModel model) {
        assertConstantsEqual(TimeScaling.scale(TimeScaling.scale(model, 0.5), 2), model);
    }

    private static void assertConstantsEqual(NeuronModel actual, NeuronModel expected) {
        assertThat(actual.getClass()).isEqualTo(expected.getClass());
        for (int k = 0; k < expected.constants().size(); k++) {
            Constant constant = expected.constants().get(k);
            assertThat(actual.constants().get(k).value())
                    .as(constant.name())
                    .isCloseTo(constant.value(), offset(1e-12 * Math.max(1, Math.abs(constant.value()))));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void learnedValuesAreScaledAsTheModelIs(NeuronModel model) {
        double[] values =
                model.constants().stream().mapToDouble(Constant::value).toArray();
        double[] scaled = TimeScaling.scale(model, 0.5).constants().stream()
                .mapToDouble(Constant::value)
                .toArray();
        assertThat(TimeScaling.of(model).atTimeScale(values, 0.5)).containsExactly(scaled);
    }

    static Stream<NeuronModel> refusing() {
        return Stream.of(
                SlidingPsn.ofOrder(3),
                GatedLif.ofSteps(2),
                IntegerLif.withTauInSteps(4, 3),
                LifPlus.withKappa(0.1)
                        .with(new MembraneDecay.Linear(0.01))
                        .with(new InputAccumulation.Exponential(0.2)));
    }

    @ParameterizedTest
    @MethodSource("refusing")
    void othersRefuse(NeuronModel model) {
        assertThatThrownBy(() -> TimeScaling.scale(model, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(model.getClass().getSimpleName() + " cannot be brought to another time step");
    }

    @Test
    void everyModelScalesOrRefuses() {
        Stream<NeuronModel> known = Stream.of(
                        models(), TimeScalingTest.all(), refusing(), Stream.of(EquationNeuron.of("""
                        state v = 0
                        dv/dt = (i - v) / (5 ms)
                        spike when v >= 1
                        on spike: v = 0
                        """)))
                .flatMap(each -> each);
        List<String> names = known.map(model -> model.getClass().getSimpleName())
                .distinct()
                .sorted()
                .toList();
        assertThat(names).as("a new model belongs into one of the lists").containsExactlyElementsOf(namesOfModels());
    }

    /** Names of all models beside {@link NeuronModel}. */
    private static TreeSet<String> namesOfModels() {
        File[] files = new File(
                        NeuronModel.class.getResource("NeuronModel.class").getPath())
                .getParentFile()
                .listFiles((folder, name) -> name.endsWith(".class") && !name.contains("$"));
        TreeSet<String> names = new TreeSet<>();
        for (File file : files) {
            Class<?> type = load(file.getName().replace(".class", ""));
            if (NeuronModel.class.isAssignableFrom(type) && type.isRecord()) {
                names.add(type.getSimpleName());
            }
        }
        return names;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(NeuronModel.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refractoryStepsKeepTheirTime() {
        RefractoryCubaLif three = RefractoryCubaLif.withTausInSteps(10, 5, 3);
        assertThat(three.withTimeScale(0.5).refractorySteps()).isEqualTo(6);
        assertThat(three.withTimeScale(2).refractorySteps()).as("1.5, rounded").isEqualTo(2);
        assertThat(RefractoryCurrentLif.withTaus(10e-3, 5e-3, 3)
                        .withTimeScale(1 / 3.0)
                        .refractorySteps())
                .isEqualTo(9);
        assertThat(LifPlus.withKappa(0.01)
                        .with(new Refractoriness.Absolute(2))
                        .withTimeScale(5)
                        .refractoriness())
                .isEqualTo(new Refractoriness.Absolute(1));
    }

    /** A spike is one event at any step: what it adds to an adaptation does not depend on the step. */
    @Test
    void aSpikeAddsAsMuchAsBefore() {
        AdaptiveLif neuron = AdaptiveLif.withTausInSteps(8, 20, 0, 0.5);
        AdaptiveLif half = neuron.withTimeScale(0.5);
        assertThat((1 - Math.exp(-0.5 / 20)) * half.jump())
                .isCloseTo((1 - Math.exp(-1 / 20.0)) * neuron.jump(), offset(1e-15));
    }
}
