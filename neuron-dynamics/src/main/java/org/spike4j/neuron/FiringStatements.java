package org.spike4j.neuron;

import org.spike4j.neuron.surrogate.ATan;

/** The statements of texts whose reset may also act in the next step, as snnTorch's does. */
final class FiringStatements {
    private FiringStatements() {}

    /**
     * Firing and reset of a neuron whose membrane before the reset is f, in terms of the state v and the constants {@code
     * threshold} and {@code resetValue}.
     *
     * @throws IllegalArgumentException for a reset in the next step with gradient
     */
    static String of(Firing firing) {
        Reset reset = firing.reset();
        if (reset.timing() == ResetTiming.SAME_STEP || reset.mode() == ResetMode.NONE) {
            return "h = f\ns = spike(h, threshold)\n" + ResetStatement.of(reset);
        }
        requireNextStep(reset);
        String h = switch (reset.mode()) {
            case SUBTRACT -> "f - q * threshold";
            case TO_VALUE -> "(1 - q) * f + q * resetValue";
            case NONE -> "f";
        };
        return spikeBefore(firing) + "h = " + h + "\ns = spike(h, threshold)\nv = h\n";
    }

    /** The spike q of the step before, from the membrane v that it left. */
    static String spikeBefore(Firing firing) {
        String sign = firing.condition() == FireCondition.AT_THRESHOLD ? ">=" : ">";
        return "q = v " + sign + " threshold\n";
    }

    /** Refuses a reset that acts at once, or one with gradient, which cannot be taken from the membrane alone. */
    static void requireNextStep(Reset reset) {
        if (reset.mode() != ResetMode.NONE && (reset.timing() == ResetTiming.SAME_STEP || !reset.detached())) {
            throw new IllegalArgumentException("this reset must act in the next step and have no gradient"
                    + " (reset.inNextStep().withoutGradient()), was " + reset);
        }
    }

    /** snnTorch's defaults: threshold 1, fires above it, subtraction in the next step without gradient, ATan with alpha 2. */
    static Firing snnTorch() {
        Reset reset = Reset.subtract().inNextStep().withoutGradient();
        return new Firing(1, FireCondition.ABOVE_THRESHOLD, reset, ATan.ofAlpha(2));
    }
}
