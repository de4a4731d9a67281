package org.spike4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerLawTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void exactPowerLawIsRecovered() {
        double[] x = {1, 2, 4, 8, 16};
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            y[k] = 3 * Math.pow(x[k], 1.5);
        }

        PowerLaw law = PowerLaw.ofUpperHalf(x, y);

        assertThat(law.exponent()).isCloseTo(1.5, within(ROUNDING));
        assertThat(law.factor()).isCloseTo(3, within(ROUNDING * 10));
        assertThat(law.at(32)).isCloseTo(3 * Math.pow(32, 1.5), within(1e-9));
    }

    @Test
    void lowerHalfDoesNotCount() {
        PowerLaw law = PowerLaw.ofUpperHalf(new double[] {1, 2, 4, 8}, new double[] {50, 50, 4, 8});

        assertThat(law.exponent()).isCloseTo(1, within(ROUNDING));
    }

    @Test
    void slopeIsThatOfLeastSquares() {
        // ln y = 0, 1, 1 over ln x = 0, 1, 2: slope 1/2, mean 2/3 at 1
        double e = Math.E;
        PowerLaw law = PowerLaw.ofUpperHalf(new double[] {1e-3, 1e-2, 1, e, e * e}, new double[] {9, 9, 1, e, e});

        assertThat(law.exponent()).isCloseTo(0.5, within(ROUNDING));
        assertThat(law.factor()).isCloseTo(Math.exp(1.0 / 6), within(ROUNDING * 10));
    }

    @Test
    void onePointIsRefused() {
        assertThatThrownBy(() -> PowerLaw.ofUpperHalf(new double[] {1}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2");
    }
}
