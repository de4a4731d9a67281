package org.spike4j.neuron.kernel;

/** The coefficients of the affine integrate-and-fire step; {@link AffineDynamics} gives the step that they enter. */
public enum Coefficient implements StepCoefficient {
    /** b: gain of the input. */
    GAIN(1),
    /** c: constant drive of each step. */
    DRIVE(0),
    /** a: share of the carried membrane that enters the new membrane. */
    DECAY(1),
    /** theta: the membrane at which the neuron fires. */
    THRESHOLD(1),
    /** The membrane after a reset to a value. */
    RESET_VALUE(0),
    /** alpha: leak between the reset and the next step. */
    LEAK(1),
    /** beta: constant added by that leak. */
    LEAK_DRIVE(0),
    /** kappa: decay of the synaptic current, 0 without a synapse. */
    SYNAPSE_DECAY(0),
    /** Size of a spike in the output. */
    AMPLITUDE(1);

    /** Number of coefficients. */
    public static final int COUNT = values().length;

    private final double neutral;

    Coefficient(double neutral) {
        this.neutral = neutral;
    }

    @Override
    public int index() {
        return ordinal();
    }

    @Override
    public double neutral() {
        return neutral;
    }
}
