package org.spike4j.neuron.kernel;

/**
 * Whether products may be event-driven: skip the zeros of their input, where that is measured to be faster. Results are the
 * same within rounding; {@code -Dspike4j.events=off} is for comparison.
 */
public final class EventSwitch {
    /** The system property, {@code on} (the default) or {@code off}; read anew by every pass. */
    public static final String PROPERTY = "spike4j.events";

    private EventSwitch() {}

    /**
     * Whether zeros may be skipped.
     *
     * @return false if the property is {@code off}
     * @throws IllegalArgumentException if the property is neither on nor off
     */
    public static boolean isOn() {
        String value = System.getProperty(PROPERTY, "on");
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException("-D" + PROPERTY + " must be on or off, was " + value);
        };
    }
}
