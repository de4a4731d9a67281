package org.spike4j.neuron;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spike4j.neuron.equation.StepProgram;
import org.spike4j.neuron.equation.StepText;

/** The programs in use, by their texts; the least recently used ones are forgotten. */
final class Programs {
    private static final int KEPT = 256;

    private static final Map<StepText, StepProgram> KNOWN = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StepText, StepProgram> eldest) {
            return size() > KEPT;
        }
    };

    private Programs() {}

    static StepProgram of(StepText text) {
        synchronized (KNOWN) {
            return KNOWN.computeIfAbsent(text, StepProgram::of);
        }
    }
}
