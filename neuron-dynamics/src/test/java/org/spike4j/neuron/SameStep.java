package org.spike4j.neuron;

import java.util.stream.Stream;

/** Ways of firing whose reset acts in the step of the spike, for the variants of a model. */
final class SameStep {
    private SameStep() {}

    /** Every reset, with and without gradient, at another threshold. */
    static Stream<Firing> firings() {
        return Stream.concat(
                resets(Reset.subtract(), Reset.toValue(0), Reset.toValue(-0.2)),
                Stream.of(standard().withReset(Reset.none())));
    }

    /** Some resets, with and without gradient, at another threshold. */
    static Stream<Firing> resets(Reset... resets) {
        return Stream.of(resets)
                .flatMap(reset -> Stream.of(
                        standard().withReset(reset).withCondition(FireCondition.ABOVE_THRESHOLD),
                        standard().withReset(reset.withoutGradient())));
    }

    private static Firing standard() {
        return Firing.standard().withThreshold(0.9);
    }
}
