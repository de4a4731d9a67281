package org.spike4j.neuron;

/** The statement of a reset in the texts of models: how the membrane h of a step, with its spike s, becomes v. */
final class ResetStatement {
    private ResetStatement() {}

    /**
     * A reset in the step of the spike, in terms of h, s and the constants {@code threshold} and {@code resetValue}.
     *
     * @throws IllegalArgumentException for a reset in the next step
     */
    static String of(Reset reset) {
        return "v = " + of(reset, "h", "s", "threshold");
    }

    /**
     * What a membrane becomes by a reset in the step of the spike, as an expression.
     *
     * @param membrane of the step
     * @param spike 0 or 1
     * @param subtrahend what a reset by subtraction takes off
     * @throws IllegalArgumentException for a reset in the next step
     */
    static String of(Reset reset, String membrane, String spike, String subtrahend) {
        if (reset.timing() == ResetTiming.NEXT_STEP && reset.mode() != ResetMode.NONE) {
            throw new IllegalArgumentException("this neuron resets in the step of its spike; timing must be "
                    + ResetTiming.SAME_STEP + ", was " + reset.timing());
        }
        return expression(reset, membrane, spike, subtrahend);
    }

    /** The same, whenever the reset acts. */
    static String expression(Reset reset, String membrane, String spike, String subtrahend) {
        String s = reset.detached() ? "detach(" + spike + ")" : spike;
        return switch (reset.mode()) {
            case TO_VALUE -> "(1 - " + s + ") * " + membrane + " + " + s + " * resetValue";
            case SUBTRACT -> membrane + " - " + s + " * (" + subtrahend + ")";
            case NONE -> membrane;
        };
    }

    /** Refuses any reset, for a neuron that resets in a way of its own or not at all. */
    static void requireNone(Reset reset) {
        if (reset.mode() != ResetMode.NONE) {
            throw new IllegalArgumentException(
                    "this neuron resets in its own way or not at all; reset must be none(), was " + reset);
        }
    }

    /** The spike s as it resets: without gradient where the reset has none. */
    static String spike(Reset reset) {
        return reset.detached() ? "detach(s)" : "s";
    }
}
