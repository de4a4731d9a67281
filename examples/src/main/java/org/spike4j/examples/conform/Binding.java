package org.spike4j.examples.conform;

/**
 * A constant of a case and the constant of our model that it stands for.
 *
 * @param parameter name in the case
 * @param constant name in the model
 * @param inverse whether the model's constant is 1 / parameter, as a time constant is of a rate
 */
record Binding(String parameter, String constant, boolean inverse) {

    static Binding of(String parameter, String constant) {
        return new Binding(parameter, constant, false);
    }

    static Binding inverse(String parameter, String constant) {
        return new Binding(parameter, constant, true);
    }

    /** The model's values. */
    double[] values(double[] parameters) {
        double[] values = parameters.clone();
        for (int k = 0; inverse && k < values.length; k++) {
            values[k] = 1 / values[k];
        }
        return values;
    }

    /** dL/d parameter from dL/d constant, at the model's value. */
    double pullBack(double gradient, double value) {
        return inverse ? -value * value * gradient : gradient;
    }
}
