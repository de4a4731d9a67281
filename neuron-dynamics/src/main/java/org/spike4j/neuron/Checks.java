package org.spike4j.neuron;

import java.util.List;
import java.util.Objects;
import org.spike4j.neuron.equation.Scheme;

/** Checks shared by the models. */
final class Checks {
    private Checks() {}

    static void finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
    }

    static void positive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be > 0 and finite, was " + value);
        }
    }

    static void fraction(double value, String name) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must lie in (0, 1), was " + value);
        }
    }

    static void above(double bound, double value, String name, String boundName) {
        if (!(value > bound) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(
                    name + " must be finite and above " + boundName + " = " + bound + ", was " + value);
        }
    }

    static void decay(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be 0 to 1, was " + value);
        }
    }

    static void milliseconds(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be > 0 ms and finite, was " + value);
        }
    }

    static void notNegative(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be >= 0 and finite, was " + value);
        }
    }

    static void subSteps(int subSteps) {
        if (subSteps < 1) {
            throw new IllegalArgumentException("subSteps must be >= 1, was " + subSteps);
        }
    }

    /** A scheme for an equation whose coefficients change with its state. */
    static void approximateScheme(Scheme scheme) {
        Objects.requireNonNull(scheme, "scheme");
        if (scheme == Scheme.EXACT) {
            throw new IllegalArgumentException("scheme must be EULER or EXPONENTIAL_EULER, was EXACT, which needs an"
                    + " equation with constant coefficients");
        }
    }

    static void time(double seconds, String name) {
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException(name + " must be > 0 s and finite, was " + seconds);
        }
    }

    /** A time constant that forward Euler can take. */
    static void eulerTime(double tau, double dt, String name) {
        if (!(tau >= dt) || Double.isInfinite(tau)) {
            throw new IllegalArgumentException(
                    name + " must be finite and >= dt = " + dt + " s for Euler integration, was " + tau);
        }
    }

    /** Returns an immutable copy of the settings, once they are known to name each of the constants at most once. */
    static List<Learned> learned(List<Learned> learned, String... constants) {
        List<String> allowed = List.of(constants);
        for (Learned one : learned) {
            if (!allowed.contains(one.constant())) {
                throw new IllegalArgumentException(
                        "learned constant must be one of " + allowed + ", was \"" + one.constant() + "\"");
            }
        }
        if (learned.stream().map(Learned::constant).distinct().count() < learned.size()) {
            throw new IllegalArgumentException("a constant can be learned only once, was " + learned);
        }
        return List.copyOf(learned);
    }
}
