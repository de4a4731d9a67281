package org.spike4j.neuron.kernel;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.surrogate.ATan;
import org.spike4j.neuron.surrogate.Surrogate;

/** The backward pass of the reference against dual numbers, over every option of the dynamics. */
class AdjointTest {
    /** Two samples of three channels with two elements each. */
    private static final SequenceShape SHAPE = SequenceShape.of(5, 12, 3, 2);

    static Stream<Arguments> resetsAndFireConditions() {
        return Configurations.resets()
                .flatMap(reset -> Stream.of(FireCondition.AT_THRESHOLD, FireCondition.ABOVE_THRESHOLD)
                        .map(fire -> Arguments.of(reset, fire)));
    }

    @ParameterizedTest
    @MethodSource("resetsAndFireConditions")
    void everyOutputHasTheGradientsOfForwardMode(Reset reset, FireCondition fire) {
        Configurations.outputs(reset, ATan.ofAlpha(2), fire).forEach(dynamics -> {
            Coefficients coefficients = Configurations.coefficients(dynamics, 3, 7);
            AdjointCheck.check(dynamics, coefficients, SHAPE, 11);
            AdjointCheck.check(dynamics, coefficients, SHAPE.withStaticInput(), 12);
        });
    }

    static Stream<Arguments> surrogatesAndResets() {
        return Configurations.surrogates().stream()
                .flatMap(surrogate -> Configurations.resets().map(reset -> Arguments.of(surrogate, reset)));
    }

    @ParameterizedTest
    @MethodSource("surrogatesAndResets")
    void everySurrogateHasTheGradientsOfForwardMode(Surrogate surrogate, Reset reset) {
        AffineDynamics dynamics = Configurations.outputs(reset, surrogate, FireCondition.AT_THRESHOLD)
                .findFirst()
                .orElseThrow();
        for (long seed = 0; seed < 3; seed++) {
            AdjointCheck.check(dynamics, Configurations.coefficients(dynamics, 3, seed), SHAPE, 20 + seed);
        }
    }

    @Test
    void integratorsHaveTheGradientsOfForwardMode() {
        for (boolean synapse : new boolean[] {false, true}) {
            AffineDynamics dynamics = AffineDynamics.integrating(synapse, 0);
            AdjointCheck.check(dynamics, Configurations.coefficients(dynamics, 3, 1), SHAPE, 2);
        }
    }

    @ParameterizedTest
    @MethodSource("resetsAndFireConditions")
    void lateralInhibitionHasTheGradientsOfForwardMode(Reset reset, FireCondition fire) {
        AffineDynamics dynamics = Configurations.outputs(reset, ATan.ofAlpha(2), fire)
                .findFirst()
                .orElseThrow()
                .withInhibition();
        AdjointCheck.check(dynamics, Configurations.coefficients(dynamics, 3, 7), SHAPE, 13);
    }
}
