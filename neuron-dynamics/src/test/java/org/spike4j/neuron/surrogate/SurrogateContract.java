package org.spike4j.neuron.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;
import org.spike4j.neuron.equation.SlopeText;

/** What every surrogate family keeps, tested on each of its presets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SurrogateContract {
    /** Two ways of writing one formula in double. */
    private static final double ROUNDING = 1e-13;
    /** Central difference with step 1e-5 of a function whose third derivative is below 1e3. */
    private static final double FINITE_DIFFERENCE = 1e-6;

    private static final double[] EXTREMES = {0, Double.MIN_VALUE, 1e-300, 1, 1e10, 1e300, Double.MAX_VALUE};

    /** A preset, its formula written anew as its library documents it, and the area under it if that is finite. */
    record Preset(String name, Surrogate surrogate, DoubleUnaryOperator formula, double area) {
        Preset(String name, Surrogate surrogate, DoubleUnaryOperator formula) {
            this(name, surrogate, formula, Double.NaN);
        }

        double scale() {
            return 1 + Math.abs(surrogate.derivative(0));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    abstract Stream<Preset> presets();

    /** Whether ds/dx is the same on both sides and largest at the threshold. */
    boolean symmetric() {
        return true;
    }

    /** Whether the grammar of {@link Surrogate#formula} can say the derivative. */
    boolean hasText() {
        return true;
    }

    /** Constants that may be 0; all others must be positive. */
    Set<String> mayBeZero() {
        return Set.of();
    }

    /** Constants that may be anything finite. */
    Set<String> mayBeNegative() {
        return Set.of();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void derivativeIsTheDocumentedFormula(Preset preset) {
        points().forEach(x -> assertThat(preset.surrogate.derivative(x))
                .as("ds/dx at %s", x)
                .isCloseTo(preset.formula.applyAsDouble(x), within(ROUNDING * preset.scale())));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void derivativeIsFiniteEverywhere(Preset preset) {
        for (double x : EXTREMES) {
            assertThat(preset.surrogate.derivative(x)).as("ds/dx at %s", x).isFinite();
            assertThat(preset.surrogate.derivative(-x)).as("ds/dx at %s", -x).isFinite();
        }
    }

    Stream<Preset> symmetricPresets() {
        return presets().filter(preset -> symmetric());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("symmetricPresets")
    void derivativeIsSymmetricAndLargestAtTheThreshold(Preset preset) {
        points().forEach(x -> assertThat(preset.surrogate.derivative(x))
                .isEqualTo(preset.surrogate.derivative(-x))
                .isLessThanOrEqualTo(preset.surrogate.derivative(0)));
    }

    Stream<Preset> presetsWithPrimitive() {
        return presets().filter(preset -> preset.surrogate instanceof SmoothSpike);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("presetsWithPrimitive")
    void derivativeIsTheFiniteDifferenceOfThePrimitive(Preset preset) {
        SmoothSpike spike = (SmoothSpike) preset.surrogate;
        double step = 1e-5;
        points().forEach(x -> assertThat((spike.primitive(x + step) - spike.primitive(x - step)) / (2 * step))
                .as("dS/dx at %s", x)
                .isCloseTo(spike.derivative(x), within(FINITE_DIFFERENCE * preset.scale())));
        assertThat(spike.primitive(0)).isEqualTo(0.5);
    }

    /** Jumps of the derivative are steps of 1e-9 times the derivative in the primitive. */
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("presetsWithPrimitive")
    void primitiveHasNoJump(Preset preset) {
        SmoothSpike spike = (SmoothSpike) preset.surrogate;
        for (int k = -3000; k <= 3000; k++) {
            double x = k / 1000.0;
            assertThat(spike.primitive(x + 1e-9))
                    .as("S at %s", x)
                    .isCloseTo(spike.primitive(x - 1e-9), within(1e-6 * preset.scale()));
        }
    }

    Stream<Preset> presetsWithArea() {
        return presets().filter(preset -> !Double.isNaN(preset.area));
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("presetsWithArea")
    void areaIsThatOfTheLibrary(Preset preset) {
        assertThat(Quadrature.wholeLine(preset.surrogate::derivative))
                .isCloseTo(preset.area, within(Quadrature.TOLERANCE * preset.scale()));
        assertThat(preset.surrogate.derivative(Double.MAX_VALUE)).isZero();
        assertThat(preset.surrogate.derivative(-Double.MAX_VALUE)).isZero();
    }

    Stream<Preset> presetsWithText() {
        return presets().filter(preset -> hasText());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("presetsWithText")
    void textOfTheFormulaIsTheDerivative(Preset preset) {
        SlopeText text = new SlopeText(preset.surrogate);
        DoubleStream.concat(points(), DoubleStream.of(-1, -0.5, 0, 0.5, 1)).forEach(x -> {
            assertThat(text.at(x))
                    .as("%s at %s", preset.surrogate.formula(), x)
                    .isCloseTo(preset.surrogate.derivative(x), within(ROUNDING * preset.scale()));
        });
    }

    @ParameterizedTest
    @MethodSource("presets")
    void jsonKeepsTheSurrogate(Preset preset) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        String text = json.writerFor(Surrogate.class).writeValueAsString(preset.surrogate);
        assertThat(text).contains("\"@class\":\"" + preset.surrogate.getClass().getName());
        assertThat(json.readValue(text, Surrogate.class)).isEqualTo(preset.surrogate);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void constantsOutsideTheirRangeAreRefused(Preset preset) throws ReflectiveOperationException {
        RecordComponent[] components = preset.surrogate.getClass().getRecordComponents();
        for (int k = 0; k < components.length; k++) {
            String name = components[k].getName();
            for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0}) {
                boolean allowed = bad == 0 && mayBeZero().contains(name)
                        || Double.isFinite(bad) && mayBeNegative().contains(name);
                if (!allowed && components[k].getType() == double.class) {
                    int index = k;
                    assertThatThrownBy(() -> with(preset.surrogate, components, index, bad))
                            .as("%s %s", name, bad)
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageStartingWith(name + " must be ")
                            .hasMessageEndingWith("finite, was " + bad);
                }
            }
        }
    }

    /** The same surrogate with one other constant. */
    private static Object with(Surrogate surrogate, RecordComponent[] components, int index, double value)
            throws Throwable {
        Object[] arguments = new Object[components.length];
        for (int k = 0; k < components.length; k++) {
            arguments[k] = k == index ? value : components[k].getAccessor().invoke(surrogate);
        }
        Constructor<?> constructor = surrogate
                .getClass()
                .getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Points on both sides of the threshold that no family has a kink at. */
    private static DoubleStream points() {
        return DoubleStream.iterate(-2.9713, x -> x < 3, x -> x + 0.0737);
    }
}
