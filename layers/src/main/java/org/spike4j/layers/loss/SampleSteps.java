package org.spike4j.layers.loss;

import org.spike4j.layers.Reduction;
import org.spike4j.layers.execution.ReducedValues;

/**
 * What the neurons of the classes put out for one sample.
 *
 * @param values x, [T][K]
 * @param classes K
 * @param neurons m, the neurons of each class, whose outputs are added up in x
 */
public record SampleSteps(double[] values, int classes, int neurons) {

    /**
     * The number of steps.
     *
     * @return T
     */
    public int steps() {
        return values.length / classes;
    }

    /**
     * Reduces x over the steps.
     *
     * @param reduction how
     * @return y [K], and the way back
     */
    public ReducedValues reduced(Reduction reduction) {
        return new ReducedValues(reduction, values, null, 1, classes);
    }
}
