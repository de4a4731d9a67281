package org.spike4j.neuron;

/**
 * A neuron model that can be brought to steps of another length: the same neuron in continuous time.
 *
 * <p>A time constant in seconds keeps its value, and the step changes; a decay per step d becomes d^factor. An input that
 * is scaled by 1 - d is a current, which is held over a longer step; any other is a charge, of which a longer step brings
 * more: it is taken as it comes. Neurons without a time constant return themselves. A number of steps, such as a refractory
 * time, is divided by the factor and rounded.
 *
 * <p>Neurons that count in steps what is no time refuse: {@link SlidingPsn} (a weight for each step), {@link GatedLif} (leaks,
 * resets and conductances of steps, each a share of a whole) and {@link IntegerLif} (so many spikes a step, at most).
 */
public interface TimeScaling {

    /**
     * This neuron with steps that are longer or shorter.
     *
     * @param factor new step / old step, &gt; 0
     * @return a copy
     * @throws IllegalArgumentException if the neuron cannot be discretised at that step
     */
    NeuronModel withTimeScale(double factor);

    /**
     * Values of the constants, such as they were learned, for the neuron that {@link #withTimeScale} returns.
     *
     * @param constants values of this neuron, in the order of {@link NeuronModel#constants()}; not modified
     * @param factor new step / old step, &gt; 0
     * @return values for the new step
     */
    default double[] atTimeScale(double[] constants, double factor) {
        return constants.clone();
    }

    /**
     * Any neuron with steps that are longer or shorter.
     *
     * @param neuron the neuron
     * @param factor new step / old step, &gt; 0
     * @return a copy
     * @throws IllegalArgumentException if the neuron does not say how, or cannot be discretised at that step
     */
    static NeuronModel scale(NeuronModel neuron, double factor) {
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the factor of the time step must be > 0 and finite, was " + factor);
        }
        return of(neuron).withTimeScale(factor);
    }

    /**
     * A neuron as one that can be scaled.
     *
     * @param neuron the neuron
     * @return the same
     * @throws IllegalArgumentException if it does not say how
     */
    static TimeScaling of(NeuronModel neuron) {
        if (neuron instanceof TimeScaling scaling) {
            return scaling;
        }
        throw new IllegalArgumentException(neuron.getClass().getSimpleName()
                + " cannot be brought to another time step: its update has a meaning only in the steps that it was made for;"
                + " a neuron of your own can implement TimeScaling");
    }
}
