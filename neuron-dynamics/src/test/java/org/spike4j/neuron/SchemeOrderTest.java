package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.equation.Scheme;
import org.spike4j.neuron.kernel.Runner;
import org.spike4j.neuron.kernel.SequenceShape;

/** Measures how the error of the schemes falls with the sub-step, below the threshold. */
class SchemeOrderTest {
    private static final int STEPS = 20;
    private static final int COARSE = 16;
    /** So fine that its own error changes a measured order of 1 by less than 0.02. */
    private static final int REFERENCE = 2048;

    @ParameterizedTest
    @MethodSource("firstOrder")
    void errorFallsByTheOrderOfTheScheme(String name, IntFunction<NeuronModel> withSubSteps, double input) {
        double[] reference = states(withSubSteps.apply(REFERENCE), input);
        double[] coarse = states(withSubSteps.apply(COARSE), input);
        double[] fine = states(withSubSteps.apply(2 * COARSE), input);
        for (int k = 0; k < reference.length; k++) {
            double error = Math.abs(coarse[k] - reference[k]);
            if (error > 1e-9 * Math.max(1, Math.abs(reference[k]))) { // a state that the scheme takes exactly has none
                double order = Math.log(error / Math.abs(fine[k] - reference[k])) / Math.log(2);
                assertThat(order).as("order of state %s of %s", k, name).isCloseTo(1, within(0.1));
            }
        }
        assertThat(Math.abs(coarse[0] - reference[0])).isGreaterThan(1e-9);
    }

    static Stream<Arguments> firstOrder() {
        Stream<Arguments> both = Stream.of(Scheme.EULER, Scheme.EXPONENTIAL_EULER)
                .flatMap(scheme -> Stream.of(
                        of(
                                "AdEx " + scheme,
                                n -> AdEx.bretteGerstner().withScheme(scheme).withSubSteps(n),
                                400),
                        of("conductances " + scheme, n -> conductances(scheme, n), 0.9),
                        of(
                                "Eif " + scheme,
                                n -> Eif.withTauInSteps(5).withScheme(scheme).withSubSteps(n),
                                -0.3),
                        of(
                                "Qif " + scheme,
                                n -> Qif.withTauInSteps(5).withScheme(scheme).withSubSteps(n),
                                0.1),
                        of(
                                "axon " + scheme,
                                n -> HodgkinHuxley.squidAxon()
                                        .withScheme(scheme)
                                        .withSubSteps(n),
                                2)));
        return Stream.concat(
                both,
                Stream.of(
                        of("membrane", n -> membrane(Scheme.EULER, n), 100),
                        of("Izhikevich", n -> Izhikevich.regularSpiking().withSubSteps(n), 2)));
    }

    @Test
    void exactSchemesAreExactForAnInputThatIsHeld() {
        double expected = -65 + 100.0 / 10 * (1 - Math.exp(-STEPS / 20.0));
        for (Scheme scheme : List.of(Scheme.EXACT, Scheme.EXPONENTIAL_EULER)) {
            for (int subSteps : new int[] {1, 3}) {
                assertThat(states(membrane(scheme, subSteps), 100)[0]).isCloseTo(expected, within(1e-12));
            }
        }
    }

    private static Arguments of(String name, IntFunction<NeuronModel> withSubSteps, double input) {
        return Arguments.of(name, withSubSteps, input);
    }

    private static NeuronModel membrane(Scheme scheme, int subSteps) {
        return MembraneLif.cortical().withScheme(scheme).withSubSteps(subSteps);
    }

    private static NeuronModel conductances(Scheme scheme, int subSteps) {
        return ConductanceLif.cortical().withScheme(scheme).withSubSteps(subSteps);
    }

    private static double[] states(NeuronModel model, double input) {
        double[] current = new double[STEPS];
        Arrays.fill(current, input);
        return Runner.reference(model, SequenceShape.of(STEPS, 1, 1, 1))
                .forward(current, null)
                .finalState();
    }
}
