package org.spike4j.neuron.surrogate;

/**
 * A surrogate with a known primitive: the smooth spike whose true derivative the surrogate is. Putting the smooth spike
 * in place of the step gives a model that finite differences can check.
 */
public interface SmoothSpike extends Surrogate {

    /**
     * The smooth spike S(x), with dS/dx = {@link #derivative} and S(0) = 1/2.
     *
     * @param x distance of the membrane to its threshold
     * @return S(x)
     */
    double primitive(double x);
}
