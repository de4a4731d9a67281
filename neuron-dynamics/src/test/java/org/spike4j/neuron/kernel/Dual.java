package org.spike4j.neuron.kernel;

import org.spike4j.neuron.Activation;

/**
 * A number with its derivative with respect to one chosen variable: forward-mode differentiation.
 *
 * @param value the number
 * @param slope its derivative
 */
record Dual(double value, double slope) {
    static final Dual ZERO = constant(0);
    static final Dual ONE = constant(1);

    static Dual constant(double value) {
        return new Dual(value, 0);
    }

    Dual plus(Dual other) {
        return new Dual(value + other.value, slope + other.slope);
    }

    Dual minus(Dual other) {
        return new Dual(value - other.value, slope - other.slope);
    }

    Dual times(Dual other) {
        return new Dual(value * other.value, slope * other.value + value * other.slope);
    }

    Dual detached() {
        return constant(value);
    }

    Dual through(Activation activation) {
        return switch (activation) {
            case IDENTITY -> this;
            case RELU -> value > 0 ? this : ZERO;
            case TANH -> new Dual(Math.tanh(value), slope / Math.pow(Math.cosh(value), 2));
        };
    }
}
