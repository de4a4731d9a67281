package org.spike4j.training.step;

import java.util.Objects;

/**
 * Truncated back-propagation through time: a sequence is cut into windows of some steps, the state is carried from window to
 * window, and the gradient ends where a window starts. The memory of a pass is that of a window.
 *
 * <p>Each window has a loss: of all steps so far for a readout that reduces over time, whose labels [N, K] are those of every
 * window; of its own steps for labels [N, K, T], which are cut too, and for a loss at every step. The loss of a sequence is
 * the mean of those of its windows, each counted by its steps. A sequence that is no longer than a window is trained on as
 * without truncation, to the bit.
 *
 * <p>A batch normalisation takes its statistics over a window.
 *
 * @param steps K of a window, the last one of a sequence may have fewer; 0 for no truncation
 * @param updates when the parameters move
 */
public record Truncation(int steps, Updates updates) {

    /** Sequences as a whole. */
    public static final Truncation NONE = new Truncation(0, Updates.WINDOW);

    /** When the parameters move. */
    public enum Updates {
        /** After each window. */
        WINDOW,
        /** After each sequence, by the gradient of its loss. */
        SEQUENCE
    }

    /** Checks the steps. */
    public Truncation {
        if (steps < 0) {
            throw new IllegalArgumentException("steps of a window must be >= 1, or 0 for no truncation, was " + steps);
        }
        Objects.requireNonNull(updates, "updates");
    }

    /**
     * Windows with an update after each.
     *
     * @param steps K, at least 1
     * @return the truncation
     */
    public static Truncation every(int steps) {
        return new Truncation(steps, Updates.WINDOW);
    }

    /**
     * These windows with one update a sequence.
     *
     * @return a copy
     */
    public Truncation withUpdatePerSequence() {
        return new Truncation(steps, Updates.SEQUENCE);
    }

    /**
     * Whether sequences are trained on as a whole.
     *
     * @return true without windows
     */
    public boolean isNone() {
        return steps == 0;
    }

    /**
     * The steps that a pass sees of a sequence.
     *
     * @param sequence T
     * @return K, or T if it is shorter
     */
    public int stepsOfPass(int sequence) {
        return isNone() ? sequence : Math.min(steps, sequence);
    }
}
