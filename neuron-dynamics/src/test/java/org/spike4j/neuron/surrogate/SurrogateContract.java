package org.spike4j.neuron.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.shade.jackson.core.JsonProcessingException;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/** What every surrogate family keeps, tested on each of its presets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SurrogateContract {
    /** Two ways of writing one formula in double. */
    private static final double ROUNDING = 1e-13;
    /** Central difference with step 1e-5 of a function whose third derivative is below 1e3. */
    private static final double FINITE_DIFFERENCE = 1e-6;
    /** Midpoint rule with 200 000 points, across jumps. */
    private static final double QUADRATURE = 2e-4;

    /** A preset, its formula written anew as its library documents it, and the area under it. */
    record Preset(String name, Surrogate surrogate, DoubleUnaryOperator formula, double area) {
        @Override
        public String toString() {
            return name;
        }
    }

    abstract Stream<Preset> presets();

    /** The family with its two constants, the height first. */
    abstract Surrogate of(double height, double second);

    @ParameterizedTest
    @MethodSource("presets")
    void derivativeIsTheDocumentedFormula(Preset preset) {
        points().forEach(x -> assertThat(preset.surrogate.derivative(x))
                .as("ds/dx at %s", x)
                .isCloseTo(preset.formula.applyAsDouble(x), within(ROUNDING * (1 + preset.surrogate.derivative(0)))));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void derivativeIsSymmetricAndLargestAtTheThreshold(Preset preset) {
        points().forEach(x -> assertThat(preset.surrogate.derivative(x))
                .isEqualTo(preset.surrogate.derivative(-x))
                .isBetween(0.0, preset.surrogate.derivative(0)));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void derivativeVanishesFarAway(Preset preset) {
        assertThat(preset.surrogate.derivative(Double.MAX_VALUE)).isZero();
        assertThat(preset.surrogate.derivative(-Double.MAX_VALUE)).isZero();
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
                .isCloseTo(spike.derivative(x), within(FINITE_DIFFERENCE * (1 + spike.derivative(0)))));
        assertThat(spike.primitive(0)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void areaIsThatOfTheLibrary(Preset preset) {
        int points = 200_000;
        double area = 0;
        for (int k = 0; k < points; k++) {
            double u = (2 * k + 1.0) / points - 1; // x = u / (1 - u^2) brings the whole line into (-1, 1)
            double w = 1 - u * u;
            area += preset.surrogate.derivative(u / w) * (1 + u * u) / (w * w) * 2 / points;
        }
        assertThat(area).isCloseTo(preset.area, within(QUADRATURE * (1 + preset.surrogate.derivative(0))));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void jsonKeepsTheSurrogate(Preset preset) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        String text = json.writerFor(Surrogate.class).writeValueAsString(preset.surrogate);
        assertThat(text).contains("@class");
        assertThat(json.readValue(text, Surrogate.class)).isEqualTo(preset.surrogate);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void constantsMustBePositiveAndFinite(double bad) {
        assertThatThrownBy(() -> of(bad, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("height must be positive and finite, was " + bad);
        assertThatThrownBy(() -> of(1, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be positive and finite, was " + bad);
    }

    /** Points on both sides of the threshold that no family has a kink at. */
    private static DoubleStream points() {
        return DoubleStream.iterate(-2.9713, x -> x < 3, x -> x + 0.0737);
    }
}
