package org.spike4j.examples.gallery;

import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.ResetTiming;

/** Says how a neuron fires. */
final class FiringWords {
    private FiringWords() {}

    static String of(Firing firing) {
        String when = firing.condition() == FireCondition.AT_THRESHOLD ? "at or above" : "only above";
        return "fires " + when + " the threshold, " + reset(firing.reset()) + ", surrogate `" + firing.surrogate()
                + "`";
    }

    private static String reset(Reset reset) {
        if (reset.mode() == ResetMode.NONE) {
            return "no reset";
        }
        String how = reset.mode() == ResetMode.SUBTRACT ? "reset by subtraction" : "reset to a value";
        String time = reset.timing() == ResetTiming.NEXT_STEP ? " in the next step" : "";
        return how + time + (reset.detached() ? " without gradient" : "");
    }
}
