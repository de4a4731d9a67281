package org.spike4j.neuron;

/** The activation function on an analog tap. */
public enum Activation {
    /** y = o. */
    IDENTITY,
    /** y = max(0, o), with derivative 0 at 0. */
    RELU,
    /** y = tanh(o). */
    TANH;

    /**
     * The activation.
     *
     * @param o value at the tap
     * @return y
     */
    public double value(double o) {
        return switch (this) {
            case IDENTITY -> o;
            case RELU -> Math.max(0, o);
            case TANH -> Math.tanh(o);
        };
    }

    /**
     * Its derivative.
     *
     * @param o value at the tap
     * @return dy / do
     */
    public double derivative(double o) {
        return switch (this) {
            case IDENTITY -> 1;
            case RELU -> o > 0 ? 1 : 0;
            case TANH -> {
                double y = Math.tanh(o);
                yield 1 - y * y;
            }
        };
    }
}
