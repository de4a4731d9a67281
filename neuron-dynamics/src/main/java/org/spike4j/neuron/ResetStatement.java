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
        if (reset.timing() == ResetTiming.NEXT_STEP && reset.mode() != ResetMode.NONE) {
            throw new IllegalArgumentException("this neuron resets in the step of its spike; timing must be "
                    + ResetTiming.SAME_STEP + ", was " + reset.timing());
        }
        String s = reset.detached() ? "detach(s)" : "s";
        return switch (reset.mode()) {
            case TO_VALUE -> "v = (1 - %1$s) * h + %1$s * resetValue".formatted(s);
            case SUBTRACT -> "v = h - %s * threshold".formatted(s);
            case NONE -> "v = h";
        };
    }
}
