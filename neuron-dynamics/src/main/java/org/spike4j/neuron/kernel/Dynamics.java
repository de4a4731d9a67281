package org.spike4j.neuron.kernel;

import java.util.List;
import org.spike4j.neuron.Activation;
import org.spike4j.neuron.Tap;

/**
 * The step of a neuron, as kernels execute it: the affine one of the integrate-and-fire family, which has kernels written for
 * it, or a program compiled from equations.
 */
public sealed interface Dynamics permits AffineDynamics, ProgramDynamics {

    /**
     * Number of state variables carried from step to step.
     *
     * @return 0 or more
     */
    int stateCount();

    /**
     * A state variable before the first step.
     *
     * @param variable 0 to stateCount - 1
     * @return its value
     */
    double initialState(int variable);

    /**
     * Whether the neuron spikes.
     *
     * @return false for one that only integrates
     */
    boolean fires();

    /**
     * What the neuron puts out.
     *
     * @return the tap
     */
    Tap tap();

    /**
     * Whether only one neuron of those that compete may spike at a time.
     *
     * @return true with lateral inhibition
     */
    boolean inhibited();

    /**
     * Whether an affine map of the input can be folded into the coefficients.
     *
     * @return false where a gain would also act on what is left of earlier inputs
     */
    boolean foldsInput();

    /**
     * The coefficients of the step.
     *
     * @return in the order of their indices
     */
    List<? extends StepCoefficient> coefficients();

    /**
     * Rows that a backward pass keeps of each step.
     *
     * @return at least 1
     */
    int traceRows();

    /**
     * This dynamics with an analog output.
     *
     * @param tap what is put out
     * @param activation activation on it
     * @return a copy
     */
    Dynamics withOutput(Tap tap, Activation activation);

    /**
     * This dynamics with lateral inhibition between the channels.
     *
     * @return a copy
     * @throws IllegalArgumentException if it does not put out spikes
     */
    Dynamics withInhibition();
}
