package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResetTiming;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.NonzeroSignLogAbs;
import org.spike4j.neuron.surrogate.Surrogate;

/** The vector kernel against the reference, on floats, over odd sizes. */
class FastPathTest {
    /** Elements of a step that do not fill whole vectors; the larger ones that do not fill whole tiles. */
    private static final int[] SMALL_SIZES = {1, 3, 13, 35};

    private static final int[] SIZES = {1, 3, 13, 64, 207, 1025, 4097};

    private static final int[] STEPS = {1, 2, 7, 33};
    /** Channels of one, few and many elements, and one channel for all. */
    private static final List<Layout> LAYOUTS =
            List.of(new Layout(1, 1), new Layout(Integer.MAX_VALUE, 1), new Layout(3, 5), new Layout(2, 129));

    private static final List<Set<Coefficient>> WANTED = List.of(
            EnumSet.noneOf(Coefficient.class),
            EnumSet.of(Coefficient.THRESHOLD),
            EnumSet.of(Coefficient.DECAY, Coefficient.GAIN, Coefficient.DRIVE),
            EnumSet.of(Coefficient.RESET_VALUE, Coefficient.AMPLITUDE));

    /** Channels, and consecutive elements of one channel. */
    private record Layout(int channels, int inner) {}

    /** Chooses size, steps and wanted gradients of each comparison of the long sweep. */
    private final SplittableRandom draw = new SplittableRandom(17);

    @BeforeEach
    void needsTheVectorKernel() {
        Assumptions.assumeTrue(
                Kernels.hasVectorKernel(), "no vector kernel here: start with --add-modules jdk.incubator.vector");
    }

    static Stream<Arguments> configurations() {
        return Configurations.resets()
                .flatMap(reset -> Configurations.surrogates().stream()
                        .flatMap(surrogate -> Stream.of(FireCondition.AT_THRESHOLD, FireCondition.ABOVE_THRESHOLD)
                                .map(fire -> Arguments.of(reset, surrogate, fire))));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void everyOutputEqualsTheReference(Reset reset, Surrogate surrogate, FireCondition fire) {
        Configurations.outputs(reset, surrogate, fire)
                .filter(dynamics -> !dynamics.synapse() && dynamics.activation() != Activation.TANH)
                .forEach(dynamics -> {
                    int size = SMALL_SIZES[draw.nextInt(SMALL_SIZES.length)];
                    int steps = STEPS[draw.nextInt(STEPS.length)];
                    compare(dynamics, size, steps, LAYOUTS.get(draw.nextInt(LAYOUTS.size())), draw.nextInt(4) == 0);
                });
    }

    @ParameterizedTest
    @FieldSource("SIZES")
    void everySizeEqualsTheReference(int size) {
        AffineDynamics dynamics = Configurations.outputs(Reset.toValue(0), ATan.ofAlpha(2), FireCondition.AT_THRESHOLD)
                .findFirst()
                .orElseThrow();
        for (Layout layout : LAYOUTS) {
            compare(dynamics, size, 7, layout, false);
        }
        for (int steps : STEPS) {
            compare(dynamics, size, steps, LAYOUTS.get(1), true);
        }
    }

    @Test
    void integratorsEqualTheReference() {
        for (int size : SIZES) {
            compare(AffineDynamics.integrating(false, 0.2), size, 7, LAYOUTS.get(1), false);
        }
    }

    static Stream<Arguments> delayedResets() {
        return Configurations.resets()
                .filter(reset -> reset.timing() == ResetTiming.NEXT_STEP)
                .flatMap(reset -> Stream.of(FireCondition.AT_THRESHOLD, FireCondition.ABOVE_THRESHOLD)
                        .map(fire -> Arguments.of(reset, fire)));
    }

    /** One value of all but gain and drive for the layer, as in a dense layer with a bias: these have rows of their own. */
    @ParameterizedTest
    @MethodSource("delayedResets")
    void delayedResetsOfSharedConstantsEqualTheReference(Reset reset, FireCondition fire) {
        AffineDynamics dynamics =
                Configurations.outputs(reset, ATan.ofAlpha(2), fire).findFirst().orElseThrow();
        for (int size : SIZES) {
            for (Layout layout : LAYOUTS) {
                compareShared(dynamics, size, 7, layout, false);
            }
            compareShared(dynamics, size, 33, LAYOUTS.get(1), true);
        }
    }

    @Test
    void integratorsOfManyChannelsEqualTheReference() {
        for (int size : SIZES) {
            for (Layout layout : LAYOUTS) {
                compareShared(AffineDynamics.integrating(false, 0.2), size, 7, layout, size % 2 == 0);
            }
        }
    }

    private void compareShared(AffineDynamics dynamics, int size, int steps, Layout layout, boolean staticInput) {
        SequenceShape shape = shape(size, steps, layout, staticInput);
        Coefficients coefficients = Configurations.coefficients(dynamics, shape.channels(), size + steps);
        for (Coefficient shared : EnumSet.complementOf(EnumSet.of(Coefficient.GAIN, Coefficient.DRIVE))) {
            coefficients.set(shared, coefficients.get(shared, 0));
        }
        if (!dynamics.delayedReset()) {
            coefficients.set(Coefficient.LEAK, 1);
            coefficients.set(Coefficient.LEAK_DRIVE, 0);
        }
        FastPathCheck check = new FastPathCheck(dynamics, coefficients, shape, 31 * size + steps);
        check.run(EnumSet.noneOf(Coefficient.class));
        check.run(EnumSet.of(Coefficient.DRIVE));
        check.run(EnumSet.of(Coefficient.GAIN, Coefficient.DRIVE));
    }

    /** Compares all passes on a slab of at most so many elements, fitted to the layout. */
    private void compare(AffineDynamics dynamics, int size, int steps, Layout layout, boolean staticInput) {
        SequenceShape shape = shape(size, steps, layout, staticInput);
        Coefficients coefficients = Configurations.coefficients(dynamics, shape.channels(), size + steps);
        new FastPathCheck(dynamics, coefficients, shape, 31 * size + steps).run(wanted(dynamics));
    }

    /** A slab of at most so many elements, fitted to the layout. */
    private static SequenceShape shape(int size, int steps, Layout layout, boolean staticInput) {
        int channels = Math.min(layout.channels, size);
        int inner = Math.min(layout.inner, size / channels);
        int slab = size / (channels * inner) * channels * inner;
        return new SequenceShape(steps, slab, channels, inner, staticInput);
    }

    private Set<Coefficient> wanted(AffineDynamics dynamics) {
        Set<Coefficient> all = EnumSet.complementOf(EnumSet.of(Coefficient.SYNAPSE_DECAY));
        if (dynamics.delayedReset()) {
            all.removeAll(EnumSet.of(Coefficient.LEAK, Coefficient.LEAK_DRIVE));
        }
        return draw.nextBoolean() ? all : WANTED.get(draw.nextInt(WANTED.size()));
    }

    @Test
    void exponentialIsCloseOverItsWholeRange() {
        AffineDynamics dynamics = Configurations.outputs(
                        Reset.none(), Configurations.surrogates().get(4), FireCondition.AT_THRESHOLD)
                .findFirst()
                .orElseThrow();
        int slab = 2000;
        Coefficients coefficients = new Coefficients(1);
        SequenceShape shape = SequenceShape.of(1, slab, 1, 1);
        double[] distances = new double[slab];
        for (int k = 0; k < slab; k++) {
            distances[k] = (float) (1 + 5 * (k - 1000) / 1000.0);
        }
        double[] ones = new double[slab];
        Arrays.fill(ones, 1);
        Runner fast = Runner.reference(dynamics, coefficients, shape).inFloat(KernelChoice.AUTOMATIC);
        double[] gradient = fast.backward(distances, new double[slab], Upstream.onOutput(ones), Set.of())
                .input();
        for (int k = 0; k < slab; k++) {
            double x = (float) (distances[k] - 1);
            double expected = dynamics.surrogate().derivative(x);
            // the float square in the exponent has a relative error of 6e-8, and reaches 100
            assertThat(gradient[k]).as("at %s", x).isCloseTo(expected, within(1e-6 * (1 + x * x) * expected + 1e-37));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = FireCondition.class,
            names = {"AT_THRESHOLD", "ABOVE_THRESHOLD"})
    void equalityWithTheThresholdFollowsTheFireCondition(FireCondition fire) {
        double fires = fire == FireCondition.AT_THRESHOLD ? 1 : 0;
        double[] input = new double[35];
        Arrays.fill(input, 1);
        double[] expected = new double[35];
        Arrays.fill(expected, fires);
        AffineDynamics dynamics = AffineDynamics.spiking(Firing.standard().withCondition(fire), 0);
        Runner fast = Runner.reference(dynamics, new Coefficients(1), SequenceShape.of(1, 35, 1, 35))
                .inFloat(KernelChoice.AUTOMATIC);
        assertThat(fast.forward(input, null, false, false).output()).isEqualTo(expected);
    }

    /** Smooth ones, so that rounding decides nothing; one of this library's, and one of a user's own. */
    static Stream<Arguments> surrogatesWithoutVectors() {
        Surrogate ownRecipe = x -> 1 / (1 + x * x * x * x);
        return Stream.of(NonzeroSignLogAbs.spikingJelly(1), ownRecipe)
                .flatMap(surrogate -> Configurations.resets().map(reset -> Arguments.of(reset, surrogate)));
    }

    @ParameterizedTest
    @MethodSource("surrogatesWithoutVectors")
    void surrogatesWithoutVectorsEqualTheReference(Reset reset, Surrogate surrogate) {
        Configurations.outputs(reset, surrogate, FireCondition.AT_THRESHOLD)
                .filter(dynamics -> !dynamics.synapse() && dynamics.activation() != Activation.TANH)
                .forEach(dynamics -> {
                    int size = SMALL_SIZES[draw.nextInt(SMALL_SIZES.length)];
                    Layout layout = LAYOUTS.get(draw.nextInt(LAYOUTS.size()));
                    compare(dynamics, size, STEPS[draw.nextInt(STEPS.length)], layout, draw.nextInt(4) == 0);
                });
        AffineDynamics spiking = Configurations.outputs(reset, surrogate, FireCondition.ABOVE_THRESHOLD)
                .findFirst()
                .orElseThrow();
        for (int size : SIZES) {
            compareShared(spiking, size, 7, LAYOUTS.get(size % LAYOUTS.size()), size % 2 == 0);
        }
    }

    @Test
    void surrogatesWithoutVectorsRunOnTheVectorKernel() {
        AffineDynamics dynamics = AffineDynamics.spiking(Firing.standard().withSurrogate(x -> 0.25), 0);
        KernelPlan plan = new KernelPlan(dynamics, new Coefficients(1), SequenceShape.of(1, 3, 1, 3), Set.of());
        PassMemory memory = PassMemory.NONE;
        assertThat(Kernels.choose(KernelChoice.AUTOMATIC, plan, memory, false)).isInstanceOf(VectorKernel.class);
    }
}
