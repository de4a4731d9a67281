package org.spike4j.neuron.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Compares arrays, and names the worst element. */
public final class Closeness {
    private Closeness() {}

    /** Asserts that no element differs by more than the tolerance; {@code what} is for {@link String#format}. */
    public static void assertClose(
            double[] actual, double[] expected, double tolerance, String what, Object... arguments) {
        assertThat(actual).as(what, arguments).hasSameSizeAs(expected);
        int worst = 0;
        for (int k = 0; k < expected.length; k++) {
            boolean worse = !(Math.abs(actual[k] - expected[k]) <= Math.abs(actual[worst] - expected[worst]));
            worst = worse ? k : worst;
        }
        assertThat(actual[worst])
                .as("element " + worst + " of " + what, arguments)
                .isCloseTo(expected[worst], within(tolerance));
    }
}
