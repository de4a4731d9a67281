package org.spike4j.neuron;

/** The statements that follow the equation of a membrane v: its spike, and the reset in the step of the spike. */
final class SpikeStatement {
    private SpikeStatement() {}

    /**
     * Firing and reset, in terms of v and the constants {@code threshold} and {@code resetValue}.
     *
     * @throws IllegalArgumentException for a reset in the next step
     */
    static String of(Firing firing) {
        Reset reset = firing.reset();
        ResetStatement.of(reset); // refuses a reset in the next step
        String sign = firing.condition() == FireCondition.AT_THRESHOLD ? ">=" : ">";
        String on = reset.detached() ? "on spike detached: " : "on spike: ";
        return "spike when v " + sign + " threshold\n"
                + switch (reset.mode()) {
                    case TO_VALUE -> on + "v = resetValue";
                    case SUBTRACT -> on + "v -= threshold";
                    case NONE -> "";
                };
    }
}
