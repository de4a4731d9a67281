package org.spike4j.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DomainTest {

    static Stream<Domain> domains() {
        return Stream.of(
                Domain.reals(), Domain.above(0), Domain.above(1.5), Domain.between(0, 1), Domain.between(-2, 3));
    }

    @ParameterizedTest
    @MethodSource("domains")
    void rawParametersComeBackFromTheirValues(Domain domain) {
        for (double raw = -4; raw <= 4; raw += 0.37) {
            double value = domain.value(raw);
            assertThat(value).isGreaterThan(domain.lower()).isLessThan(domain.upper());
            assertThat(domain.raw(value)).isCloseTo(raw, within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("domains")
    void slopeIsTheFiniteDifferenceOfTheValue(Domain domain) {
        double step = 1e-6;
        for (double raw = -4; raw <= 4; raw += 0.37) {
            double difference = (domain.value(raw + step) - domain.value(raw - step)) / (2 * step);
            assertThat(domain.slope(raw)).isCloseTo(difference, within(1e-8));
        }
    }

    @Test
    void boundsAndWhatLiesBeyondCannotBeLearned() {
        for (double value : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatThrownBy(() -> Domain.between(0, 1).raw(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("value must lie in (0.0, 1.0) to be learned, was " + value);
        }
    }

    @Test
    void aBoundAboveAloneIsRefused() {
        assertThatThrownBy(() -> new Domain(Double.NEGATIVE_INFINITY, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("domain must be all reals");
        assertThatThrownBy(() -> new Domain(1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
