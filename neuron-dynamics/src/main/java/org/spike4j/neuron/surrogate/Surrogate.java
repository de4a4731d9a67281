package org.spike4j.neuron.surrogate;

import org.nd4j.shade.jackson.annotation.JsonTypeInfo;

/**
 * Stands for the derivative of the step function where a spike is differentiated.
 *
 * <p>The names "ATan" and "SuperSpike" differ between libraries by scale; each family here states its formula in x = h -
 * theta and offers one preset per library that uses it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, include = JsonTypeInfo.As.PROPERTY, property = "@class")
public interface Surrogate {

    /**
     * The surrogate derivative ds/dx.
     *
     * @param x distance of the membrane to its threshold
     * @return ds/dx, finite for every finite x
     */
    double derivative(double x);
}
