package org.spike4j.examples.conform;

import java.util.Map;
import java.util.Optional;
import org.spike4j.neuron.FireCondition;
import org.spike4j.neuron.Firing;
import org.spike4j.neuron.Reset;
import org.spike4j.neuron.ResetMode;
import org.spike4j.neuron.ResetTiming;

/** How the neuron of a case fires and resets. */
final class Firings {
    private static final Map<String, FireCondition> CONDITIONS =
            Map.of("x >= 0", FireCondition.AT_THRESHOLD, "x > 0", FireCondition.ABOVE_THRESHOLD);

    private Firings() {}

    /** Reads surrogate and reset; nothing if this library does not have the surrogate. */
    static Optional<Firing> of(CaseFile file, double threshold, double resetValue) throws CaseFormatException {
        Fields surrogate = file.fields().object("surrogate");
        boolean counts = surrogate.has("max_spike_count"); // a count rounds, so there is no condition
        FireCondition condition = CONDITIONS.get(counts ? "x >= 0" : surrogate.text("fires_if"));
        if (condition == null) {
            throw surrogate.wrong("fires_if", "one of " + CONDITIONS.keySet());
        }
        Reset reset = reset(file.fields().object("reset"), resetValue);
        return Surrogates.of(file).map(derivative -> new Firing(threshold, condition, reset, derivative));
    }

    private static Reset reset(Fields fields, double resetValue) throws CaseFormatException {
        Reset reset = switch (fields.text("mode")) {
            case "subtract" -> Reset.subtract();
            case "zero" -> Reset.toValue(0);
            case "value" -> Reset.toValue(resetValue);
            case "subtract v_th - v_reset" -> new Reset(ResetMode.SUBTRACT, resetValue, ResetTiming.SAME_STEP, false);
            case "none", "gated" -> Reset.none();
            default -> throw fields.wrong("mode", "subtract, subtract v_th - v_reset, zero, value, gated or none");
        };
        Reset timed = fields.flag("delayed", false) ? reset.inNextStep() : reset;
        return fields.flag("detached", false) ? timed.withoutGradient() : timed;
    }
}
